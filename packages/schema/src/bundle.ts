import { escapeToken, isArray, isObject, type JsonValue, member, type Pointer } from '@treaty/json';
import { type Dialect, dialectOf, isAtLeast } from './dialect.ts';
import { readSchema } from './document.ts';
import { type BundleProblem, type Library, type Link, linksOf } from './links.ts';

/** A schema with everything that it refers to in it. */
export interface Bundle {
  /** The schema itself, untouched, where it refers to nothing outside. */
  readonly value: JsonValue;
  /** Where each document that was taken in lies in `value`. */
  readonly parts: ReadonlyMap<string, Pointer>;
  readonly problems: readonly BundleProblem[];
}

/** More documents than any schema that people write refers to. */
const MAX_DOCUMENTS = 200;
const IDENTITY = ['$schema', '$id', 'id', '$anchor', '$dynamicAnchor', '$recursiveAnchor'];

/**
 * Makes a schema self-contained: every document that it refers to, directly or not, is copied under its
 * definitions once, and all references to it point there, by JSON Pointer; `$id`s and anchors of the copies
 * are gone, so that nothing else can be meant. What the definitions are called depends on what is referred
 * to, not on the order of it. Circular references stay circular. A document of another dialect is not
 * taken in, since its keywords would change their meaning; nor is one with dynamic references.
 */
export function bundle(name: string, root: JsonValue, library: Library): Bundle {
  const dialect = dialectOf(root);
  if (dialect === undefined || !isObject(root) || !looksOutside(root))
    return { value: root, parts: new Map(), problems: [] };
  const sources = new Map<string, Source>([[name, { value: root, links: [] }]]);
  const problems: BundleProblem[] = [];
  // Documents join the map while it is walked; each is read once.
  for (const [document, source] of sources) {
    for (const link of linksOf(document, source.value, dialect, document === name, library)) {
      if ('kind' in link) problems.push(link);
      else {
        source.links.push(link);
        const value = library.valueOf(link.target);
        if (sources.has(link.target) || value === undefined) continue;
        if (sources.size > MAX_DOCUMENTS) {
          const { pointer, reference } = link;
          problems.push({ kind: 'too-many', document, pointer: `${pointer}/$ref`, reference });
          return { value: root, parts: new Map(), problems };
        }
        sources.set(link.target, { value, links: [] });
      }
    }
  }
  if (sources.size === 1 || problems.length > 0) return { value: root, parts: new Map(), problems };
  const container = isAtLeast(dialect, '2019-09') ? '$defs' : 'definitions';
  const own = member(root, container);
  const titles = titlesFor([...sources.keys()].slice(1), Object.keys(own ?? {}), library);
  const parts = new Map(
    [...titles].map(([document, title]) => [document, `/${container}/${escapeToken(title)}`]),
  );
  const copies = [...sources].map(([document, { value, links }]) => {
    const references = new Map(
      links.map(({ pointer, target, fragment }) => [
        pointer,
        `#${encodeURI(`${parts.get(target) ?? ''}${fragment}`)}`,
      ]),
    );
    return [
      document,
      copied(value, '', {
        references,
        strip: document === name ? new Set<Pointer>() : placesOf(value, dialect),
      }),
    ] as const;
  });
  const [[, top], ...taken] = copies as [
    readonly [string, JsonValue],
    ...(readonly [string, JsonValue])[],
  ];
  const definitions = {
    ...(isObject(own) ? (member(top, container) as object) : {}),
    ...Object.fromEntries(
      taken.map(([document, value]) => [titles.get(document) as string, value]),
    ),
  };
  return { value: { ...(top as object), [container]: definitions }, parts, problems };
}

interface Source {
  readonly value: JsonValue;
  readonly links: Link[];
}

/** The short title where it is free and only one document asks for it, else the long one; each only once. */
function titlesFor(
  documents: readonly string[],
  taken: readonly string[],
  library: Library,
): ReadonlyMap<string, string> {
  const shorts = documents.map((document) => library.titlesOf(document)[0]);
  const isFree = (short: string): boolean =>
    !taken.includes(short) && shorts.filter((one) => one === short).length === 1;
  const titles = new Map<string, string>();
  const given = [...taken, ...shorts.filter(isFree)];
  for (const document of [...documents].sort()) {
    const [short, long] = library.titlesOf(document);
    const title = isFree(short) ? short : unused(long, given);
    titles.set(document, title);
    given.push(title);
  }
  return titles;
}

function unused(title: string, taken: readonly string[]): string {
  return taken.includes(title) ? unused(`${title}-shared`, taken) : title;
}

/** Whether any reference, or what looks like one, leaves the document: most do not, and need no reading. */
function looksOutside(value: JsonValue): boolean {
  if (isArray(value)) return value.some(looksOutside);
  if (!isObject(value)) return false;
  return Object.entries(value).some(([name, one]) =>
    name === '$ref' && typeof one === 'string' ? !one.startsWith('#') : looksOutside(one),
  );
}

function placesOf(value: JsonValue, dialect: Dialect): ReadonlySet<Pointer> {
  return new Set(readSchema(value, { dialect }).subschemas.keys());
}

interface Rewriting {
  readonly references: ReadonlyMap<Pointer, string>;
  /** Schemas that lose their identity. */
  readonly strip: ReadonlySet<Pointer>;
}

function copied(value: JsonValue, at: Pointer, rewriting: Rewriting): JsonValue {
  if (isArray(value)) return value.map((one, i) => copied(one, `${at}/${i}`, rewriting));
  if (!isObject(value)) return value;
  const reference = rewriting.references.get(at);
  const members = Object.entries(value).flatMap(([name, one]): [string, JsonValue][] => {
    if (rewriting.strip.has(at) && IDENTITY.includes(name) && typeof one !== 'object') return [];
    if (name === '$ref' && reference !== undefined) return [[name, reference]];
    return [[name, copied(one, `${at}/${escapeToken(name)}`, rewriting)]];
  });
  return Object.fromEntries(members);
}
