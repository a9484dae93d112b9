import { posix } from 'node:path';
import { isArray, isObject, type JsonValue, member, type Pointer } from '@treaty/json';
import { type Dialect, dialectOf, readSchema } from '@treaty/schema';
import { kebab, wordsOf } from '../names.ts';

/** A schema with everything that it refers to in it. */
export interface Bundle {
  readonly value: JsonValue;
  /** The other files that it took in. */
  readonly used: ReadonlySet<string>;
}

/** The schemas of a repository, by path and by what their `$id` says. */
export interface Library {
  valueOf(file: string): JsonValue | undefined;
  fileOf(id: string): string | undefined;
}

/** More documents than any schema that people write refers to. */
const MAX_DOCUMENTS = 500;

/**
 * Makes a schema self-contained: every document that it refers to, directly or not, is copied under its
 * definitions once, and all references point there. Undefined where that would not be the same schema:
 * a document is not in the repository, speaks another dialect, or refers by anchors or embedded `$id`s.
 */
export function bundle(file: string, library: Library): Bundle | undefined {
  const root = library.valueOf(file);
  if (!isObject(root)) return undefined;
  const dialect = dialectOf(root);
  if (dialect === undefined) return undefined;
  const container = dialect === '2019-09' || dialect === '2020-12' ? '$defs' : 'definitions';
  const present = Object.keys(member(root, container) ?? {});
  const places = new Map<string, Pointer>([[file, '']]);
  const added: [string, JsonValue][] = [];
  let top: JsonValue = root;
  // Documents join the map while it is walked; each is rewritten once.
  for (const [document, place] of places) {
    const value = library.valueOf(document);
    const found = value === undefined ? undefined : referencesOf(document, value, dialect, library);
    if (value === undefined || found === undefined || places.size > MAX_DOCUMENTS) return undefined;
    for (const { target } of found) {
      if (!places.has(target)) {
        places.set(target, `/${container}/${freeName(target, [...present, ...places.values()])}`);
      }
    }
    const rewritten = new Map(
      found.map(({ at, target, fragment }) => [at, `#${places.get(target)}${fragment}`]),
    );
    const copy = withReferences(value, '', rewritten);
    if (place === '') top = copy;
    else added.push([place.slice(container.length + 2), withoutIdentity(copy)]);
  }
  if (!isObject(top)) return undefined;
  const definitions = { ...(member(top, container) as object), ...Object.fromEntries(added) };
  return {
    value: added.length === 0 ? top : { ...top, [container]: definitions },
    used: new Set([...places.keys()].filter((document) => document !== file)),
  };
}

interface Reference {
  /** Of the schema that holds the `$ref`. */
  readonly at: Pointer;
  readonly target: string;
  readonly fragment: string;
}

function referencesOf(
  file: string,
  value: JsonValue,
  dialect: Dialect,
  library: Library,
): readonly Reference[] | undefined {
  if (isObject(value) && Object.hasOwn(value, '$schema') && dialectOf(value) !== dialect) {
    return undefined;
  }
  const references: Reference[] = [];
  for (const [at, { schema }] of readSchema(value, { dialect }).subschemas) {
    const nested = at !== '' && idOf(schema) !== undefined;
    const moving = ['$dynamicRef', '$recursiveRef'].some(
      (name) => member(schema, name) !== undefined,
    );
    if (nested || moving) return undefined;
    const reference = member(schema, '$ref');
    if (typeof reference !== 'string') continue;
    const [uri = '', fragment = ''] = reference.split('#', 2);
    const id = idOf(value);
    const target = uri === '' ? file : targetOf(uri, file, id, library);
    if (target === undefined || (fragment !== '' && !fragment.startsWith('/'))) return undefined;
    references.push({ at, target, fragment });
  }
  return references;
}

/** By `$id`, as JSON Schema says, or else by path, as people write it. */
function targetOf(
  uri: string,
  file: string,
  own: string | undefined,
  library: Library,
): string | undefined {
  const base = own !== undefined && URL.canParse(own) ? own : undefined;
  const id = URL.canParse(uri, base) ? new URL(uri, base).href : undefined;
  if (id !== undefined && id === base) return file;
  const named = library.fileOf(id ?? uri);
  if (named !== undefined) return named;
  const path = posix.join(posix.dirname(file), uri);
  return library.valueOf(path) === undefined ? undefined : path;
}

function withReferences(
  value: JsonValue,
  at: Pointer,
  references: ReadonlyMap<Pointer, string>,
): JsonValue {
  if (isArray(value)) return value.map((item, i) => withReferences(item, `${at}/${i}`, references));
  if (!isObject(value)) return value;
  const reference = references.get(at);
  const members = Object.entries(value).map(([name, one]): [string, JsonValue] => {
    if (name === '$ref' && reference !== undefined) return [name, reference];
    const token = name.replaceAll('~', '~0').replaceAll('/', '~1');
    return [name, withReferences(one, `${at}/${token}`, references)];
  });
  return Object.fromEntries(members);
}

function idOf(schema: JsonValue): string | undefined {
  const id = member(schema, '$id');
  return typeof id === 'string' ? id : undefined;
}

/** Inside another document a `$schema` is out of place, and an `$id` would turn its references elsewhere. */
function withoutIdentity(value: JsonValue): JsonValue {
  const names = ['$schema', '$id'];
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

function freeName(file: string, taken: readonly string[]): string {
  const stem = posix.basename(file).replace(/\.(schema\.json|jsonschema|json)$/i, '');
  const name = kebab(wordsOf(stem)) || 'definition';
  const used = (one: string): boolean =>
    taken.some((other) => other === one || other.endsWith(`/${one}`));
  let free = name;
  for (let i = 2; used(free); i += 1) free = `${name}-${i}`;
  return free;
}
