import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { play } from './transcript.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const UPDATE = process.env['UPDATE_GOLDEN'] === '1';

/** Documents for people, and the transcripts that show the commands in odd situations. */
const documents = [
  'README.md',
  ...markdownIn('docs'),
  ...markdownIn('cli/test/transcripts'),
].filter((file) => readFileSync(join(ROOT, file), 'utf8').includes('```console'));

describe('what the documents show is what the commands print', () => {
  test('there are documents to run', () => {
    expect(documents.length).toBeGreaterThanOrEqual(8);
  });

  // UPDATE_GOLDEN=1 writes what the commands print into the documents; read the difference before you commit it.
  // A page may check the whole sample a dozen times, on a machine that does other things as well.
  test.each(documents)('%s', { timeout: 180_000 }, async (file) => {
    const text = readFileSync(join(ROOT, file), 'utf8').replaceAll('\r\n', '\n');
    const played = await play(text);
    expect(played.commands).toBeGreaterThan(0);
    if (UPDATE) writeFileSync(join(ROOT, file), played.text);
    else expect(played.text).toBe(text);
  });
});

function markdownIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();
}
