import { isNewEntityName, isNewName, kebab, wordsOf } from '../names.ts';
import { type Marking, splitMarking, UNMARKED } from './marking.ts';

/** Which flow a schema is of, and what its name says about the version. */
export interface Coordinates {
  readonly entity: string;
  readonly flow: string;
  readonly marking: Marking;
}

/** Where a schema's name may be read off. */
export interface Signs {
  /** Of the file, from the root of the repository. */
  readonly path: string;
  /** The folder that the patterns have in common; it helps where a name below it is but a word. */
  readonly base: string;
  readonly id: string | undefined;
  readonly title: string | undefined;
}

/** Folders and files called so say what is in them, not which flow it is of. */
const GENERIC: ReadonlySet<string> = new Set(
  `api apps contract contracts data definitions docs event events index jsonschema json-schema lib main
  message messages model models packages payload payloads resources schema schemas spec specs src topics
  types`.split(/\s+/),
);

/** The flow that stands for the whole of an entity, where a name says no more than the entity. */
const WHOLE = 'described';

/**
 * Reads entity, flow and version off a schema's path, and where that is silent off its `$id` and title.
 *
 * Versions are taken off first, wherever they stand, as are generic names and namespaces (`com.acme`).
 * Then the last two names are entity and flow (`order/placed`). Of a single name the last dot parts them
 * (`orders.create`), or else its last word is the flow (`order-placed`). A single word is an entity, and
 * its flow `described`. What says the same twice is said once: `orders/order-placed` is `orders/placed`,
 * `order/placed/order-placed` is `order/placed`.
 */
export function coordinatesOf(signs: Signs, entity?: string): Coordinates | undefined {
  const { path, base, id = '', title = '' } = signs;
  const below = namesIn(base === '' ? path : path.slice(base.length + 1));
  const folder = namesIn(withoutGeneric(base));
  const identifier = namesIn(pathOfId(id));
  const speaks = below.names.length > 1 || wordsOf(below.names[0] ?? '').length > 1;
  const candidates = [
    speaks ? below.names : [...folder.names, ...below.names],
    identifier.names,
    [kebab(wordsOf(title))],
  ];
  const names = withoutEcho(candidates.find((one) => one.join('') !== '') ?? []);
  const [first, second] = entity === undefined ? split(names) : [entity, names.at(-1) ?? ''];
  const entityName = kebab(wordsOf(first));
  const flow = kebab(withoutEntity(wordsOf(second), wordsOf(first))) || WHOLE;
  if (names.length === 0 || !isNewEntityName(entityName) || !isNewName(flow)) return undefined;
  const markings = [below, folder, identifier].map(({ marking }) => marking);
  const marking = markings.find(({ kind }) => kind !== 'none') ?? UNMARKED;
  return { entity: entityName, flow, marking };
}

interface Names {
  readonly names: readonly string[];
  readonly marking: Marking;
}

function namesIn(path: string): Names {
  const names: string[] = [];
  let marking: Marking = UNMARKED;
  for (const segment of path.replace(/\.(schema\.json|jsonschema|json)$/i, '').split('/')) {
    const found = splitMarking(segment);
    if (found.marking.kind !== 'none') marking = found.marking;
    if (found.name !== '' && !GENERIC.has(found.name.toLowerCase())) names.push(found.name);
  }
  return {
    names: names.filter((name, i) => i === names.length - 1 || !name.includes('.')),
    marking,
  };
}

/** The path of an `$id`: of a URL without its host. */
function pathOfId(id: string): string {
  return id.replace(/[?#].*$/s, '').replace(/^[a-z][a-z0-9+.-]*:(\/\/[^/]*)?/i, '');
}

/** What of a folder comes after the last generic name: of `src/contracts/order`, `order`. */
function withoutGeneric(folder: string): string {
  const segments = folder.split('/');
  const generic = segments.findLastIndex((segment) => GENERIC.has(segment.toLowerCase()));
  return segments.slice(generic + 1).join('/');
}

/** `order/placed/order-placed` says `order/placed` twice. */
function withoutEcho(names: readonly string[]): readonly string[] {
  const [words, ...before] = [...names].reverse().map((name) => kebab(wordsOf(name)));
  const echoes = before[0] === words || `${before[1]}-${before[0]}` === words;
  return echoes ? names.slice(0, -1) : names;
}

function split(names: readonly string[]): readonly [entity: string, flow: string] {
  const last = names.at(-1) ?? '';
  const before = names.at(-2);
  if (before !== undefined) return [before, last];
  const dot = last.lastIndexOf('.');
  if (dot > 0) return [last.slice(0, dot), last.slice(dot + 1)];
  const words = wordsOf(last);
  return words.length > 1 ? [kebab(words.slice(0, -1)), words.at(-1) ?? ''] : [last, ''];
}

/** `order-placed` under `orders`: `placed`. */
function withoutEntity(flow: readonly string[], entity: readonly string[]): readonly string[] {
  const singular = (word: string | undefined): string => (word ?? '').replace(/s$/, '');
  const repeats = entity.every((word, i) => singular(word) === singular(flow[i]));
  return repeats ? flow.slice(entity.length) : flow;
}
