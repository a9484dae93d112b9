import { expect, test } from 'vitest';
import { findCodeowners } from '../src/index.ts';

test.each([
  [['docs/CODEOWNERS', 'CODEOWNERS', '.github/CODEOWNERS'], '.github/CODEOWNERS'],
  [['docs/CODEOWNERS', 'CODEOWNERS'], 'CODEOWNERS'],
  [['README.md', 'docs/CODEOWNERS'], 'docs/CODEOWNERS'],
  [['.gitlab/CODEOWNERS', 'src/CODEOWNERS', 'codeowners'], undefined],
])('of %j, the file in force is %s', (paths, expected) => {
  expect(findCodeowners(paths)).toBe(expected);
});
