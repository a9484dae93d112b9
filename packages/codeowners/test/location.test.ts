import { expect, test } from 'vitest';
import { findCodeowners, isCodeowners } from '../src/index.ts';

test.each([
  [['docs/CODEOWNERS', 'CODEOWNERS', '.github/CODEOWNERS'], '.github/CODEOWNERS'],
  [['docs/CODEOWNERS', 'CODEOWNERS'], 'CODEOWNERS'],
  [['README.md', 'docs/CODEOWNERS'], 'docs/CODEOWNERS'],
  [['.gitlab/CODEOWNERS', 'src/CODEOWNERS', 'codeowners'], undefined],
])('of %j, the file in force is %s', (paths, expected) => {
  expect(findCodeowners(paths)).toBe(expected);
});

test('a file out of force is a CODEOWNERS file too', () => {
  expect(['docs/CODEOWNERS', 'src/CODEOWNERS'].filter(isCodeowners)).toEqual(['docs/CODEOWNERS']);
});
