import { expect, test } from 'vitest';
import { finding, renderText, report } from '../src/index.ts';

const rule = { id: 'test/rule', severity: 'error', summary: '', why: '', fix: '' } as const;

test('no text from outside can begin a line of its own', () => {
  const forged = 'bad\n\n✓ 9 flows: all in order';
  const location = { file: `a${forged}`, line: 1, column: 1, pointer: '' };
  const related = [{ message: forged, location }];
  const found = finding(rule, {
    message: forged,
    location,
    related,
    fix: forged,
    affects: [forged],
  });
  const text = renderText(report('check', forged, [found]));
  expect(text.split('\n').filter((line) => line.startsWith('✓'))).toEqual([]);
});
