import { describe, expect, test } from 'vitest';
import {
  checkAgainst,
  checkAlone,
  checkPlant,
  KINDS,
  missInWords,
  nightly,
  Random,
  sampleRegistry,
  sow,
} from '../src/index.ts';

const sample = sampleRegistry();

describe('the sample registry', () => {
  test('is clean by itself', { timeout: 120_000 }, async () => {
    const { findings, looked } = await checkAlone(sample.files);
    expect(findings).toEqual([]);
    expect(looked.flows).toBeGreaterThanOrEqual(16);
  });

  test('is clean against itself', async () => {
    expect((await checkAgainst(sample, sample.files)).findings).toEqual([]);
  });
});

describe('faults planted in it', () => {
  test('are of many kinds, each with a name of its own', () => {
    expect(new Set(KINDS.map(({ name }) => name)).size).toBe(KINDS.length);
    expect(KINDS.length).toBeGreaterThanOrEqual(150);
  });

  test('are all found, with the right rule', { timeout: 300_000 }, async () => {
    const missed: string[] = [];
    const planted = new Set<string>();
    for await (const one of sow(sample, 4, 200)) {
      planted.add(one.kind.name);
      if (!one.right) missed.push(missInWords(one));
    }
    expect(missed).toEqual([]);
    expect(planted.size).toBe(KINDS.length);
  });

  test('a kind whose rule is another one counts as missed', async () => {
    const [kind] = KINDS;
    if (kind === undefined) throw new Error('there are kinds');
    const wrong = { ...kind, rules: ['lint/description-missing'] };
    const plant = kind.plant(new Random(7), sample);
    if (plant === undefined) throw new Error('there is a place');
    const one = await checkPlant(wrong, plant, sample);
    expect(one).toMatchObject({ found: true, right: false });
    expect(missInWords({ ...one, seed: 7 })).toContain(`seed 7, ${kind.name}: expected lint/`);
  });
});

describe('the nightly run', () => {
  const ran = async (...args: readonly string[]): Promise<{ code: number; lines: string[] }> => {
    const lines: string[] = [];
    const code = await nightly(args, 12, (line) => void lines.push(line));
    return { code, lines };
  };

  test('says its seed, each kind and the sum', async () => {
    const { code, lines } = await ran('12', '2');
    expect(code).toBe(0);
    expect(lines[0]).toBe('seed 12');
    expect(lines.at(-1)).toBe(`2 plants of ${KINDS.length} kinds, seed 12: 0 missed`);
    expect(lines).toHaveLength(KINDS.length + 3);
  });

  test('answers wrong arguments with the usage', async () => {
    expect((await ran('x')).lines).toEqual(['usage: pnpm nightly [seed] [plants]']);
    expect((await ran('1', '0')).code).toBe(2);
  });
});
