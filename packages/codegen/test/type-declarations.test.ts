import type { JsonValue } from '@treaty/json';
import { readSchema } from '@treaty/schema';
import { describe, expect, it } from 'vitest';
import { typeDeclarations } from '../src/type-declarations.ts';

const DRAFT_07 = 'http://json-schema.org/draft-07/schema#';
const declared = (schema: JsonValue): Promise<string> =>
  typeDeclarations(readSchema(schema), 'Root');
/** The type of a schema that is not declared on its own. */
const typeOf = async (schema: JsonValue): Promise<string | undefined> => {
  const text = await declared({ type: 'object', properties: { it: schema } });
  return /^ {2}it\?:\s(.*?);\n {2}\[k/ms.exec(text)?.[1];
};

describe('the type of a schema', () => {
  const texts = { type: 'string' };
  const table: readonly [name: string, schema: JsonValue, type: string][] = [
    ['of everything', true, 'unknown'],
    ['of everything, described', { description: 'x' }, 'unknown'],
    ['of nothing', false, 'never'],
    ['of integers', { type: 'integer', format: 'int64' }, 'number'],
    ['nullable', { type: ['string', 'null'] }, 'string | null'],
    ['with null among its values', { type: 'string', enum: ['a', null] }, '"a"'],
    ['of values that are no scalars', { enum: [1, [2]] }, '1 | unknown[]'],
    ['with bounds', { type: 'array', minItems: 3, maxItems: 9, items: texts }, 'string[]'],
    ['of a closed tuple', { type: 'array', prefixItems: [texts], items: false }, '[] | [string]'],
    [
      'of a tuple with a rest',
      { type: 'array', prefixItems: [texts], items: { type: 'number' }, minItems: 1 },
      '[string, ...number[]]',
    ],
    [
      'of tuples in an array',
      { type: 'array', items: { type: 'array', prefixItems: [texts], items: false } },
      '([] | [string])[]',
    ],
    ['of an empty tuple', { type: 'array', items: false }, '[]'],
    [
      'of a map',
      { type: 'object', additionalProperties: texts },
      '{\n    [k: string]: string;\n  }',
    ],
    [
      'of patterns',
      { type: 'object', patternProperties: { '^*/': texts }, additionalProperties: false },
      '{\n    [k: string]: string;\n  }',
    ],
    [
      'with a required member that is nowhere described',
      { type: 'object', required: ['a'], additionalProperties: false },
      '{\n    a: unknown;\n  }',
    ],
    [
      'closed by unevaluatedProperties',
      { type: 'object', properties: { a: texts }, unevaluatedProperties: false },
      '{\n    a?: string;\n  }',
    ],
    [
      // The name that a branch declares would be refused otherwise.
      'left open by unevaluatedProperties beside a branch',
      {
        type: 'object',
        if: { properties: { b: true } },
        properties: { a: texts },
        unevaluatedProperties: false,
      },
      '{\n    a?: string;\n    [k: string]: unknown;\n  }',
    ],
    [
      // Without a type, keywords of objects say nothing about other values.
      'of no stated type',
      { required: ['a'], additionalProperties: false },
      '{\n    a: unknown;\n  } | unknown[] | string | number | boolean | null',
    ],
    ['whose branch says the type', { allOf: [{ type: 'string' }, { minLength: 1 }] }, 'string'],
    ['with not, if and dependencies', { not: texts, if: texts, else: false }, 'unknown'],
    ['with a vendor keyword', { type: 'string', tsType: 'any; type X = 1' }, 'string'],
    ['with nullable, which is no keyword', { type: 'string', nullable: true }, 'string'],
    ['with a default, which asserts nothing', { default: 5 }, 'unknown'],
    ['of an unresolved reference', { $ref: '#/$defs/absent' }, 'unknown'],
    ['of a remote reference', { $ref: 'https://example.com/schema.json' }, 'unknown'],
    ['of a circular reference', { $ref: '#/properties/it' }, 'unknown'],
    ['of a dynamic reference', { $dynamicRef: '#' }, 'unknown'],
  ];
  it.each(table)('%s', async (_name, schema, type) => {
    expect(await typeOf(schema)).toBe(type);
  });

  it('up to draft-07 is that of a reference alone', async () => {
    const schema = {
      $schema: DRAFT_07,
      definitions: { id: { type: 'string' } },
      $ref: '#/definitions/id',
      type: 'object',
    };
    expect(await declared(schema)).toBe('export type Root = Id;\n\nexport type Id = string;\n');
  });

  it('up to draft-07 is a tuple where items is a list', async () => {
    const items = [{ type: 'string' }];
    expect(await declared({ $schema: DRAFT_07, type: 'array', items })).toBe(
      'export type Root = [] | [string, ...unknown[]];\n',
    );
  });
});

describe('declarations', () => {
  it('have names of their own, and each definition one', async () => {
    const line = { type: 'object', properties: {}, additionalProperties: false };
    const text = await declared({
      type: 'object',
      required: ['a', 'b', 'c', 'd', 'e'],
      additionalProperties: false,
      properties: {
        a: { $ref: '#/$defs/order-line' },
        b: { $ref: '#/$defs/order-line', description: 'The same.' },
        c: { $ref: '#/$defs/order_line' },
        d: { $ref: '#/$defs/root' },
        e: { $ref: '#/$defs/%2A' },
      },
      $defs: { 'order-line': line, order_line: line, root: line, '*': line },
    });
    expect(text).toBe(`export interface Root {
  a: OrderLine;
  /** The same. */
  b: OrderLine;
  c: OrderLine2;
  d: Root2;
  e: Part;
}

export interface OrderLine {}

export interface OrderLine2 {}

export interface Root2 {}

export interface Part {}
`);
  });

  it('carry the words of the schema as comments that end where the words do', async () => {
    const text = await declared({
      title: 'Not shown beside a description',
      description: 'One.\r\n  Two */ three.\u2028Four\u202e.\u0007',
      type: 'object',
      additionalProperties: false,
      properties: { a: { title: 'The title.', type: 'string', deprecated: true } },
    });
    expect(text).toBe(`/**
 * One.
 *   Two *\\/ three.
 * Four.
 */
export interface Root {
  /**
   * @deprecated
   * The title.
   */
  a?: string;
}
`);
  });

  it('refer to themselves where the schema does', async () => {
    const text = await declared({
      type: 'object',
      properties: { root: { $ref: '#' }, tree: { $ref: '#/$defs/tree' } },
      $defs: {
        tree: { anyOf: [{ type: 'string' }, { type: 'array', items: { $ref: '#/$defs/tree' } }] },
      },
    });
    expect(text).toContain('  root?: Root;\n  tree?: Tree;\n');
    expect(text).toContain('export type Tree = string | Tree[];\n');
  });

  it('never lead back to themselves where the schema does, wherever one enters', async () => {
    const text = await declared({
      type: 'object',
      properties: { inner: { $ref: '#/$defs/a/anyOf/0' }, outer: { $ref: '#/$defs/a' } },
      $defs: { a: { anyOf: [{ allOf: [{ $ref: '#/$defs/a' }] }] } },
    });
    expect(text).toContain('export type A = unknown;\n');
  });

  it('keep a union of branches closed that the schema around them closes', async () => {
    const text = await declared({
      type: 'object',
      properties: { email: { type: 'string' }, phone: { type: 'string' } },
      additionalProperties: false,
      oneOf: [{ required: ['email'] }, { required: ['phone'] }],
    });
    expect(text).toBe(`export type Root = {
  email?: string;
  phone?: string;
} & ({
  email: unknown;
} | {
  phone: unknown;
});
`);
  });

  it('end at a bounded depth', async () => {
    let schema: JsonValue = { type: 'string' };
    for (let depth = 0; depth < 900; depth++) schema = { type: 'array', items: schema };
    expect(await declared(schema)).toMatch(/^export type Root = unknown(\[\]){100};\n$/);
  });
});
