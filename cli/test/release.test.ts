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
