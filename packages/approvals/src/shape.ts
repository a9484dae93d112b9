import {
  escapeToken,
  isArray,
  isObject,
  type JsonObject,
  type JsonValue,
  type Pointer,
} from '@treaty/json';

/** What is wrong with a value, and where. */
export interface ShapeProblem {
  readonly pointer: Pointer;
  readonly message: string;
}

/** How to read a T from JSON, and the JSON Schema that says the same. */
export interface Shape<T> {
  readonly schema: JsonObject;
  /** Adds to `problems` what is wrong; what it returns then is of no use. */
  readonly read: (value: JsonValue, pointer: Pointer, problems: ShapeProblem[]) => T;
}

export interface OptionalShape<T> extends Shape<T> {
  readonly optional: true;
}

type Fields<T> = {
  readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K>
    ? OptionalShape<Exclude<T[K], undefined>>
    : Shape<T[K]>;
};

/** Past this many, a hostile file would only cost memory. */
const MAX_PROBLEMS = 50;

function report(problems: ShapeProblem[], pointer: Pointer, message: string): void {
  if (problems.length < MAX_PROBLEMS) problems.push({ pointer, message });
}

function leaf<T extends JsonValue>(
  schema: JsonObject,
  expected: string,
  accepts: (value: JsonValue) => boolean,
): Shape<T> {
  return {
    schema,
    read(value, pointer, problems) {
      if (!accepts(value)) report(problems, pointer, `must be ${expected}`);
      return value as T;
    },
  };
}

export const text: Shape<string> = leaf(
  { type: 'string' },
  'a string',
  (value) => typeof value === 'string',
);

export const boolean: Shape<boolean> = leaf(
  { type: 'boolean' },
  'true or false',
  (value) => typeof value === 'boolean',
);

export const count: Shape<number> = leaf(
  { type: 'integer', minimum: 0 },
  'a whole number, not negative',
  (value) => Number.isSafeInteger(value) && (value as number) >= 0,
);

export function pattern(source: string, expected: string): Shape<string> {
  const expression = new RegExp(source, 'u');
  return leaf(
    { type: 'string', pattern: source },
    expected,
    (value) => typeof value === 'string' && expression.test(value),
  );
}

export function oneOf<T extends string | number>(...values: readonly T[]): Shape<T> {
  return leaf(
    { enum: values },
    values.map((value) => JSON.stringify(value)).join(' or '),
    (value) => (values as readonly JsonValue[]).includes(value),
  );
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return {
    schema: { anyOf: [shape.schema, { type: 'null' }] },
    read: (value, pointer, problems) =>
      value === null ? null : shape.read(value, pointer, problems),
  };
}

export function optional<T>(shape: Shape<T>): OptionalShape<T> {
  return { ...shape, optional: true };
}

export function described<S extends Shape<unknown>>(description: string, shape: S): S {
  return { ...shape, schema: { description, ...shape.schema } };
}

export function list<T>(items: Shape<T>, atLeast = 0): Shape<readonly T[]> {
  return {
    schema: { type: 'array', items: items.schema, ...(atLeast === 0 ? {} : { minItems: atLeast }) },
    read(value, pointer, problems) {
      if (!isArray(value)) report(problems, pointer, 'must be an array');
      else if (value.length < atLeast) report(problems, pointer, `must not be empty`);
      else return value.map((item, i) => items.read(item, `${pointer}/${i}`, problems));
      return [];
    },
  };
}

/** An object whose names are data, such as logins. */
export function dictionary<T>(values: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return {
    schema: { type: 'object', additionalProperties: values.schema },
    read(value, pointer, problems) {
      if (!isObject(value)) report(problems, pointer, 'must be an object');
      const members = isObject(value) ? Object.entries(value) : [];
      return Object.fromEntries(
        members.map(([name, member]) => [
          name,
          values.read(member, `${pointer}/${escapeToken(name)}`, problems),
        ]),
      );
    },
  };
}

/** An object with these members and no others. */
export function record<T>(fields: Fields<T>): Shape<T> {
  const shapes = Object.entries<Shape<unknown> & { optional?: true }>(fields);
  const required = shapes.filter(([, shape]) => !shape.optional).map(([name]) => name);
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(shapes.map(([name, shape]) => [name, shape.schema])),
      required,
      additionalProperties: false,
    },
    read(value, pointer, problems) {
      if (!isObject(value)) {
        report(problems, pointer, 'must be an object');
        return {} as T;
      }
      for (const name of Object.keys(value)) {
        if (!Object.hasOwn(fields, name)) {
          report(problems, `${pointer}/${escapeToken(name)}`, 'is not known here');
        }
      }
      for (const name of required) {
        if (!Object.hasOwn(value, name)) report(problems, `${pointer}/${name}`, 'is missing');
      }
      const present = shapes.filter(([name]) => Object.hasOwn(value, name));
      return Object.fromEntries(
        present.map(([name, shape]) => [
          name,
          shape.read(value[name] as JsonValue, `${pointer}/${name}`, problems),
        ]),
      ) as T;
    },
  };
}

/** The first shape for an object that has a member of this name, the second for any other value. */
export function whichHas<A, B>(name: string, yes: Shape<A>, no: Shape<B>): Shape<A | B> {
  return {
    schema: { oneOf: [yes.schema, no.schema] },
    read: (value, pointer, problems) =>
      isObject(value) && Object.hasOwn(value, name)
        ? yes.read(value, pointer, problems)
        : no.read(value, pointer, problems),
  };
}
