import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonFolder, matchGlob } from '../src/glob.ts';

describe('matchGlob', () => {
  it.each([
    ['contracts/**/*.json', 'contracts/order/placed.json', true],
    ['contracts/**/*.json', 'contracts/order.json', true],
    ['./contracts/**/*.json', 'contracts/a/b/c/d.json', true],
    ['contracts/**/*.json', 'other/order.json', false],
    ['contracts/**/*.json', 'contracts/order.yaml', false],
    ['contracts/*.json', 'contracts/order/placed.json', false],
    ['**/*.json', 'order.json', true],
    ['**', 'a/b', true],
    ['*.schema.json', 'order.schema.json', true],
    ['v?/x.json', 'v2/x.json', true],
    ['v?/x.json', 'v12/x.json', false],
    ['{events,commands}/**/*.{json,jsonschema}', 'commands/a/b.jsonschema', true],
    ['{events,commands}/**/*.{json,jsonschema}', 'queries/a/b.json', false],
    ['{a,{b,c}}.json', 'c.json', true],
    ['a{b.json', 'a{b.json', true],
    ['[ab].json', 'a.json', false],
    ['a.json', 'aXjson', false],
  ])('%s on %s: %s', (pattern, path, expected) => {
    expect(matchGlob(pattern, path)).toBe(expected);
  });

  it('agrees with a pattern written as a regular expression', () => {
    const segment = fc.stringMatching(/^[ab]{1,3}$/);
    const part = fc.oneof(segment, fc.stringMatching(/^[ab*?]{1,3}$/), fc.constant('**'));
    const paths = fc.array(segment, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), paths, (pattern, path) => {
        expect(matchGlob(pattern.join('/'), path.join('/'))).toBe(oracle(pattern, path.join('/')));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes no time for a pattern that exhausts others', () => {
    expect(matchGlob(`${'*a'.repeat(200)}b`, 'a'.repeat(2000))).toBe(false);
    expect(matchGlob('{a,b}'.repeat(40), 'a'.repeat(40))).toBe(false);
  });
});

/** Each segment carries its own slash, so that `**` may stand for none. */
function oracle(pattern: readonly string[], path: string): boolean {
  const source = pattern.map((part) => {
    if (part === '**') return '(?:[^/]+/)*';
    const inner = [...part].map((c) => (c === '*' ? '[^/]*' : c === '?' ? '[^/]' : c)).join('');
    return `${inner}/`;
  });
  return new RegExp(`^${source.join('')}$`).test(`${path}/`);
}

describe('commonFolder', () => {
  it.each([
    [['contracts/**/*.json'], 'contracts'],
    [['.\\a\\b\\*.json'], 'a/b'],
    [['**/*.json'], ''],
    [['order.json'], ''],
    [['{a,b}/x.json'], ''],
    [['events/order/placed.json', 'events/order/*/x.json', 'events/price.json'], 'events'],
    [['events/a.json', 'commands/a.json'], ''],
    [[], ''],
  ])('of %s is %s', (patterns, folder) => {
    expect(commonFolder(patterns)).toBe(folder);
  });
});
