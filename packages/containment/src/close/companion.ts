import type { JsonObject, JsonValue } from '@treaty/json';
import type { SchemaDocument } from '@treaty/schema';
import { Languages } from '../strings/languages.ts';
import { type Describing, type Group, groupOf, type Member } from './group.ts';

export interface Companion {
  /** The definition that speaks of the whole payload. */
  readonly root: string;
  readonly definitions: JsonObject;
}

/** What a group says through others: its own schema, and the groups that it refers to. */
interface Draft {
  readonly name: string;
  readonly closes: boolean;
  readonly refers: Set<string>;
  write(reference: (key: string) => JsonObject): JsonObject;
}

/**
 * Schemas that say of every object of a payload which members are declared for it, and nothing else; one
 * definition for each group of schemas that describe the same value. Undefined where nothing is closed.
 */
export function companionOf(document: SchemaDocument, prefix: string): Companion | undefined {
  const languages = new Languages();
  const drafts = new Map<string, Draft>();
  const root = groupOf(document, [{ pointer: '', asserts: true }]);
  const pending = [root];
  for (const group of pending) {
    if (drafts.has(group.key)) continue;
    const refers = new Set<string>();
    const below = (start: readonly Describing[]): string | undefined => {
      const inner = groupOf(document, start);
      if (!inner.members.some(({ asserts }) => asserts)) return undefined;
      refers.add(inner.key);
      pending.push(inner);
      return inner.key;
    };
    const { closes, write } = draft(group, below, languages, document);
    drafts.set(group.key, { name: `closed${drafts.size}`, closes, refers, write });
  }
  const closing = thoseThatClose(drafts);
  if (!closing.has(root.key)) return undefined;
  const reference = (key: string): JsonObject =>
    closing.has(key) ? { $ref: prefix + (drafts.get(key) as Draft).name } : {};
  const definitions = [...drafts].flatMap(([key, { name, write }]): [string, JsonValue][] =>
    closing.has(key) ? [[name, write(reference)]] : [],
  );
  return {
    root: (drafts.get(root.key) as Draft).name,
    definitions: Object.fromEntries(definitions),
  };
}

/** Groups that close an object, or lead to one that does: least fixpoint. */
function thoseThatClose(drafts: ReadonlyMap<string, Draft>): Set<string> {
  const referredBy = new Map<string, string[]>();
  for (const [key, { refers }] of drafts)
    for (const other of refers) referredBy.set(other, [...(referredBy.get(other) ?? []), key]);
  const found = new Set<string>();
  const pending = [...drafts].filter(([, { closes }]) => closes).map(([key]) => key);
  for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
    if (found.has(key)) continue;
    found.add(key);
    pending.push(...(referredBy.get(key) ?? []));
  }
  return found;
}

function draft(
  group: Group,
  below: (start: readonly Describing[]) => string | undefined,
  languages: Languages,
  document: SchemaDocument,
): Pick<Draft, 'closes' | 'write'> {
  const { members } = group;
  const names = [...new Set(members.flatMap(({ properties }) => [...properties.keys()]))];
  const patterns = [...new Set(members.flatMap((each) => [...each.patterns.keys()]))];
  const closes =
    members.some(({ asserts }) => asserts) &&
    members.some(({ declaresProperties }) => declaresProperties) &&
    !members.some(({ allowsMore }) => allowsMore);
  const of = (pointers: (member: Member) => readonly (string | undefined)[]): string | undefined =>
    below(
      members.flatMap((each) =>
        pointers(each).flatMap((pointer) =>
          pointer === undefined ? [] : [{ pointer, asserts: each.asserts }],
        ),
      ),
    );

  const named = names.map(
    (name) => [name, of((each) => describing(each, name, languages))] as const,
  );
  // A name may match several patterns, or be declared as well: then it is described by all of these
  // schemas together, which no single pattern can say, and the values stay open.
  const overlaps =
    patterns.length > 1 ||
    names.some((name) => patterns.some((source) => languages.matches(source, name) !== false));
  const matched = patterns.map((source) => [
    source,
    overlaps ? undefined : of((each) => [each.patterns.get(source) ?? ''].filter((p) => p !== '')),
  ]) as [string, string | undefined][];
  const rest = of(({ rest }) => rest);
  const length = Math.max(0, ...members.map(({ prefix }) => prefix.length));
  const prefix = Array.from({ length }, (_, i) =>
    of((each) => (each.prefix[i] === undefined ? each.items : [each.prefix[i]])),
  );
  const items = of((each) => each.items);

  return {
    closes,
    write: (reference) => {
      const to = (key: string | undefined): JsonObject => (key === undefined ? {} : reference(key));
      const entries = (list: readonly (readonly [string, string | undefined])[]): JsonObject =>
        Object.fromEntries(list.map(([name, key]) => [name, to(key)]));
      const isModern = document.dialect === '2020-12';
      return {
        ...(names.length > 0 || closes ? { properties: entries(named) } : {}),
        ...(patterns.length > 0 ? { patternProperties: entries(matched) } : {}),
        ...(closes
          ? { additionalProperties: false }
          : rest
            ? { additionalProperties: to(rest) }
            : {}),
        ...(length > 0 ? { [isModern ? 'prefixItems' : 'items']: prefix.map(to) } : {}),
        ...(items ? { [length > 0 && !isModern ? 'additionalItems' : 'items']: to(items) } : {}),
      };
    },
  };
}

/** The schemas that a member of a group applies to the member of that name. */
function describing(
  { properties, patterns, rest }: Member,
  name: string,
  languages: Languages,
): string[] {
  const own = properties.get(name);
  const matching = [...patterns].flatMap(([source, pointer]) =>
    languages.matches(source, name) === false ? [] : [pointer],
  );
  const found = own === undefined ? matching : [own, ...matching];
  return found.length > 0 ? found : [...rest];
}
