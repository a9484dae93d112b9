import { expect, test } from 'vitest';
import { run } from '../src/index.ts';

async function ran(...args: string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const code = await run(args, (line) => void lines.push(line));
  return { code, lines };
}

const times = {
  min: expect.any(Number),
  median: expect.any(Number),
  max: expect.any(Number),
};
const machine = { cpu: expect.any(String), cores: expect.any(Number), node: process.version };

test.each([
  [
    'check',
    {
      check: times,
      idle: times,
      ajv: times,
      toIdle: expect.any(Number),
      toAjv: expect.any(Number),
    },
  ],
  ['containment', { decide: times, ajv: times, toAjv: expect.any(Number) }],
])('%s runs and prints one line', { timeout: 60_000 }, async (name, figures) => {
  const { code, lines } = await ran(name, '1');
  expect(code).toBe(0);
  expect(lines).toHaveLength(1);
  const line = JSON.parse(lines[0] as string) as Record<string, number>;
  expect(line).toMatchObject({ bench: name, iterations: 1, machine, ...figures });
  expect(line[name === 'check' ? 'schemas' : 'pairs']).toBeGreaterThan(5);
});

test.each([[[]], [['nothing']], [['check', '0']], [['check', '1', 'more']]])(
  '%j is answered with the usage',
  async (args) => {
    expect(await ran(...args)).toEqual({
      code: 2,
      lines: ['usage: pnpm bench check|containment|large [iterations]'],
    });
  },
);
