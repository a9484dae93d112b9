import { readdirSync, readFileSync } from 'node:fs';
import { renderText, report } from '@treaty/findings';
import { expect, test } from 'vitest';
import { validatePayload } from '../src/index.ts';
import { compiledVersion } from './version.ts';

const golden = new URL('./golden/', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, golden), 'utf8');
const { validator, findings } = compiledVersion(read('schema.json'), read('semantics.json'));
const payloads = readdirSync(new URL('payloads', golden));

test('the schema and the invariants of the golden files are in order', () => {
  expect(findings).toEqual([]);
  expect(payloads.length).toBeGreaterThan(5);
});

// To accept a change of the words: vitest --update, and read the diff.
test.each(payloads)('%s', async (name) => {
  if (validator === undefined) throw new Error('the schema does not compile');
  const { findings } = validatePayload(validator, read(`payloads/${name}`), name);
  const text = renderText(report('validate', '1 payload', findings));
  await expect(text).toMatchFileSnapshot(`./golden/expected/${name.replace('.json', '.txt')}`);
});

test('a text beyond the limit is refused before it is read', () => {
  if (validator === undefined) throw new Error('the schema does not compile');
  const { findings, errors } = validatePayload(validator, ' '.repeat(17 * 1024 * 1024), 'big.json');
  expect(findings.map(({ rule }) => rule)).toEqual(['payload/malformed']);
  expect(errors).toEqual([]);
});

test('an error with findings has a fingerprint of its own', () => {
  const { findings } = validatePayload(validator as never, '{ "a": 1, "b": 2 }', 'x.json');
  expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length);
});
