import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { WORKFLOW_TEXT } from '@treaty/authoring';
import { expect, test } from 'vitest';
import { commandsPage } from './reference/commands-page.ts';
import { redCheckPicture } from './reference/picture.ts';
import { registryPage } from './reference/registry-page.ts';
import { rulesPage } from './reference/rules-page.ts';

const DOCS = fileURLToPath(new URL('../../docs/', import.meta.url));

// UPDATE_GOLDEN=1 writes the pages; read the difference before you commit it.
test.each([
  ['reference/registry.md', registryPage],
  ['reference/commands.md', commandsPage],
  ['reference/rules.md', rulesPage],
  ['images/red-check.svg', redCheckPicture],
])('%s is made from what it describes', async (file, page) => {
  const text = await page();
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(DOCS + file, text);
  else expect(text).toBe(read(file));
});

test('the workflow that the how-to shows is the one that init writes', () => {
  expect(read('how-to/check-pull-requests.md')).toContain(`\`\`\`yaml\n${WORKFLOW_TEXT}\`\`\``);
});

function read(file: string): string {
  return readFileSync(DOCS + file, 'utf8').replaceAll('\r\n', '\n');
}
