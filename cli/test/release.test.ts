import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { applyPlan, openSampleRegistry, storyOf } from '@treaty/authoring';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../src/run.ts';

const FLOW = 'schemas/order/placed';
let folder = '';

/** Two drafts of one flow: 2.1.0 adds an attribute, and 2.1.1 says it in other words. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'treaty-release-'));
  const sample = openSampleRegistry();
  for (const file of sample.files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), sample.read(file) ?? '');
  }
  applyPlan(folder, storyOf(sample).right.plan);
  cpSync(join(folder, FLOW, '2.1.0'), join(folder, FLOW, '2.1.1'), { recursive: true });
  const schema = join(folder, FLOW, '2.1.1/schema.json');
  const words = readFileSync(schema, 'utf8').replace('"title": "Order placed"', '"title": "Order"');
  writeFileSync(schema, words);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function release(name: string): Promise<string> {
  let text = '';
  const print = (part: string): void => {
    text += part;
  };
  const io = { cwd: folder, env: {}, isTerminal: false, isErrorTerminal: false };
  const ports = { today: '2026-11-24', stdout: print, stderr: print };
  await run(['release', name], { ...io, ...ports, stdin: async () => new Uint8Array() });
  return text;
}

test('a draft that is too high for its number until another is released does not stop that one', async () => {
  expect(await release('order/placed@2.1.1')).toContain('is not released');
  expect(await release('order/placed@2.1.0')).toContain('2.1.0 is released, a minor');
  expect(await release('order/placed@2.1.1')).toContain('2.1.1 is released, a patch');
});

test('nothing is released with a draft of a shared definition in it', async () => {
  const weight = join(folder, 'schemas/shared/weight/1.0.0/schema.json');
  mkdirSync(dirname(weight), { recursive: true });
  const dialect = 'https://json-schema.org/draft/2020-12/schema';
  const text = { $schema: dialect, description: 'In grams.', type: 'integer', minimum: 0 };
  writeFileSync(weight, JSON.stringify(text));
  cpSync(join(folder, FLOW, '2.1.1'), join(folder, FLOW, '2.2.0'), { recursive: true });
  const schema = join(folder, FLOW, '2.2.0/schema.json');
  const parcel = '"properties": { "weight": { "$ref": "treaty:shared/weight@1.0.0" },';
  writeFileSync(schema, readFileSync(schema, 'utf8').replace('"properties": {', parcel));
  expect(await release('order/placed@2.2.0')).toContain(
    'order/placed 2.2.0 cannot be released with shared/weight@1.0.0, which is a draft.',
  );
  expect(readFileSync(join(folder, FLOW, 'contract.lock'), 'utf8')).not.toContain('2.2.0');
});
