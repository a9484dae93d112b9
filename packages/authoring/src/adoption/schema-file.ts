import { type Finding, finding } from '@treaty/findings';
import { isArray, isObject, type JsonValue, member, readJson } from '@treaty/json';
import { type FileTree, startOf } from '@treaty/registry';
import { dialectOf, isRegistryDialect, readSchema } from '@treaty/schema';
import { authoringRules } from '../rules.ts';
import { upgraded } from './upgrade.ts';

/** A file that is a JSON Schema, with what it says of itself. */
export interface SchemaFile {
  readonly file: string;
  readonly id: string | undefined;
  readonly title: string | undefined;
  /** In a dialect that a registry reads. */
  readonly value: JsonValue;
  /** What was written otherwise for that, each as the finding that it is. */
  readonly rewrites: readonly Finding[];
  /** References to other documents, each as the finding that it is where it cannot be resolved. */
  readonly outside: readonly Finding[];
}

/** Reads a file as a JSON Schema; where it is none, one finding says why it stays where it is. */
export function readSchemaFile(
  tree: FileTree,
  file: string,
): { readonly schema: SchemaFile } | { readonly left: Finding } {
  const text = decode(tree.read(file));
  if (text === undefined) return { left: unreadable(file, 'The file is not UTF-8 text.') };
  if (/\.(ya?ml|avsc|proto|graphqls?|xsd|md|txt)$/i.test(file)) {
    const fix = /\.ya?ml$/i.test(file) ? { fix: 'Convert it to JSON, and adopt it then.' } : {};
    return { left: none(file, 'is not JSON', fix) };
  }
  const { located, problems } = readJson(text);
  if (located === undefined) {
    const [problem] = problems;
    const position = problem?.position ?? { line: 1, column: 1 };
    const location = { file, ...position, pointer: problem?.pointer ?? '' };
    const message = problem?.message ?? 'The file cannot be read.';
    return { left: finding(authoringRules.unreadable, { message, location }) };
  }
  const place = (pointer: string) => ({ file, ...located.positionOf(pointer), pointer });
  const reason = whyNoSchema(located.value);
  if (reason !== undefined) return { left: none(file, reason) };
  const { value, rewrites } = upgraded(located.value);
  const dialect = dialectOf(value);
  if (dialect === undefined || !isRegistryDialect(dialect)) {
    const message = `${JSON.stringify(member(value, '$schema'))} is no dialect of JSON Schema that Treaty reads.`;
    return { left: finding(authoringRules.dialect, { message, location: place('/$schema') }) };
  }
  const outside = readSchema(value)
    .problems.filter(({ kind }) => kind === 'reference-remote')
    .map(({ pointer, message }) =>
      finding(authoringRules.outside, { message: `${message}.`, location: place(pointer) }),
    );
  return {
    schema: {
      file,
      id: textOf(value, '$id') ?? textOf(value, 'id'),
      title: textOf(value, 'title'),
      value,
      rewrites: rewrites.map(({ pointer, message }) =>
        finding(authoringRules.upgraded, { message: `${message}.`, location: place(pointer) }),
      ),
      outside,
    },
  };
}

const TYPES = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'];
const OBJECTS = ['properties', 'patternProperties', 'definitions', '$defs'];
const ARRAYS = ['allOf', 'anyOf', 'oneOf', 'enum'];

/**
 * Whether a JSON value is meant as a schema. Where `$schema` is silent, it needs a keyword that describes
 * something, and no `type` that JSON Schema does not know: a payload may well have members called so.
 */
function whyNoSchema(value: JsonValue): string | undefined {
  if (!isObject(value)) return 'is no object';
  for (const format of ['openapi', 'swagger', 'asyncapi']) {
    if (Object.hasOwn(value, format)) return `is a document of ${format}`;
  }
  const named = member(value, '$schema');
  if (typeof named === 'string' && /json-schema\.org/.test(named)) return undefined;
  const types = [member(value, 'type') ?? []].flat();
  if (!types.every((type) => TYPES.includes(type as string)))
    return 'has a type that is no type of JSON';
  const described =
    OBJECTS.some((keyword) => isObject(member(value, keyword))) ||
    ARRAYS.some((keyword) => isArray(member(value, keyword))) ||
    typeof member(value, '$ref') === 'string' ||
    (types.length > 0 && typeof member(value, 'title') === 'string');
  return described ? undefined : 'describes nothing';
}

function none(file: string, reason: string, more: { readonly fix?: string } = {}): Finding {
  const message = `The file ${reason}; it stays where it is.`;
  return finding(authoringRules.noSchema, { message, location: startOf(file), ...more });
}

function unreadable(file: string, message: string): Finding {
  return finding(authoringRules.unreadable, { message, location: startOf(file) });
}

function textOf(value: JsonValue, name: string): string | undefined {
  const text = member(value, name);
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
}

function decode(bytes: Uint8Array | undefined): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
