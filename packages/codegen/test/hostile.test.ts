import type { JsonObject, JsonValue } from '@treaty/json';
import { readSchema } from '@treaty/schema';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { typeDeclarations } from '../src/type-declarations.ts';
import { complaints, install, uninstall } from './packages.ts';

const HOSTILE = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  'then',
  '$ref',
  '$defs',
  '$member0',
  '[k: string]',
  'new',
  '',
  ' ',
  'a b',
  '"',
  '\\',
  '`',
  '*/ export type Stolen = 1; /*',
  "'; export type Stolen = 1; //",
  '}\nexport type Stolen = 1;\n{',
  '\u2028export type Stolen = 1;',
  '\r\n',
  '\u0000',
  '\u202e',
  '\ud800',
  '1',
  '-0',
];

/** A schema, and a value that it accepts by construction. */
interface Pair {
  readonly schema: JsonObject;
  readonly value: JsonValue;
}

const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 6 }));
const annotations = fc.record({ description: text, title: text }, { requiredKeys: [] });
const scalar = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null));

const { pair } = fc.letrec<{ pair: Pair; node: Pair }>((tie) => ({
  pair: fc.tuple(tie('node'), annotations).map(([{ schema, value }, words]) => ({
    schema: { ...words, ...schema },
    value,
  })),
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text.map((value) => ({ schema: { type: 'string' }, value })),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => ({
      schema: { type: ['number', 'null'] },
      value,
    })),
    fc
      .uniqueArray(scalar, { minLength: 1, maxLength: 5, selector: (v) => JSON.stringify(v) })
      .map((values) => ({ schema: { enum: values }, value: values[0] ?? null })),
    fc
      .tuple(
        fc.uniqueArray(fc.tuple(text, tie('pair')), { maxLength: 4, selector: ([name]) => name }),
        fc.boolean(),
      )
      .map(([members, isClosed]) => ({
        schema: {
          type: 'object',
          required: members.map(([name]) => name).slice(1),
          properties: Object.fromEntries(members.map(([name, { schema }]) => [name, schema])),
          ...(isClosed ? { additionalProperties: false } : {}),
        },
        value: Object.fromEntries(members.map(([name, { value }]) => [name, value])),
      })),
    fc.tuple(text, tie('pair'), tie('pair')).map(([name, member, other]) => ({
      schema: {
        type: 'object',
        properties: { [`${name}.`]: member.schema },
        additionalProperties: other.schema,
      },
      value: Object.fromEntries([
        [`${name}.`, member.value],
        [`${name},`, other.value],
      ]),
    })),
    fc.array(tie('pair'), { minLength: 1, maxLength: 3 }).map((pairs) => ({
      schema: { type: 'array', prefixItems: pairs.map(({ schema }) => schema), items: false },
      value: pairs.map(({ value }) => value),
    })),
    fc.tuple(tie('pair'), tie('pair')).map(([chosen, other]) => ({
      schema: { anyOf: [other.schema, chosen.schema] },
      value: [chosen.value][0] ?? null,
    })),
    tie('pair').map(({ schema, value }) => ({
      schema: { type: 'array', items: schema },
      value: [value],
    })),
  ),
}));

describe('hostile text', () => {
  const folder = install('@acme/contracts', new Map());
  afterAll(() => uninstall(folder));

  /** Compiles each schema's type in a namespace of its own, and its value against it. */
  const judge = async (pairs: readonly Pair[]): Promise<ReadonlyMap<number, string>> => {
    const lines: string[] = [];
    for (const [i, { schema, value }] of pairs.entries()) {
      const document = readSchema(JSON.parse(JSON.stringify(schema)));
      const declarations = await typeDeclarations(document, 'Root');
      expect(declarations).not.toMatch(/^export type Stolen/m);
      // On one line, so that a complaint names the pair. No comment of ours runs to the end of its line.
      lines.push(
        `export namespace N${i} { ${declarations.replaceAll('\n', ' ')} export const value: Root = JSON_${i}; }`.replace(
          `JSON_${i}`,
          () => literal(value),
        ),
      );
    }
    return complaints(folder, lines);
  };

  it('in every name, value and description stays what it is', async () => {
    const pairs = HOSTILE.map((words) => ({
      schema: {
        title: words,
        description: words,
        type: 'object',
        required: ['literal', 'map'],
        additionalProperties: false,
        properties: {
          literal: { const: words },
          map: { type: 'object', patternProperties: { [words]: { const: words } } },
          named: {
            $ref: `#/$defs/${encodeURIComponent(wellFormed(words).replaceAll('~', '~0').replaceAll('/', '~1'))}`,
          },
          ...Object.fromEntries([[`${words} `, { type: 'string', description: words }]]),
        },
        $defs: Object.fromEntries([
          [
            words,
            {
              type: 'object',
              description: words,
              properties: Object.fromEntries([[words, { type: 'string' }]]),
            },
          ],
        ]),
      },
      value: Object.fromEntries<JsonValue>([
        ['literal', words],
        ['map', {}],
        [`${words} `, words],
        ['named', Object.fromEntries([[words, words]])],
      ]),
    }));
    expect([...(await judge(pairs))]).toEqual([]);
  });

  it('and values that a schema accepts are values of its type', async () => {
    const pairs = fc.sample(pair, { numRuns: 150, seed: 20261124 });
    expect([...(await judge(pairs))]).toEqual([]);
  });
});

/** JSON is an expression of JavaScript but for one name. */
function literal(value: JsonValue): string {
  return JSON.stringify(value)
    .replaceAll('"__proto__":', '["__proto__"]:')
    .replace(/[\u2028\u2029]/g, (end) => `\\u${end.charCodeAt(0).toString(16)}`);
}

/** A reference cannot spell half of a surrogate pair. */
function wellFormed(words: string): string {
  return words.replace(/\p{Cs}/gu, '\ufffd');
}
