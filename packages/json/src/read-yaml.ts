import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type ParsedNode,
  Parser,
  visit,
  type YAMLMap,
  YAMLParseError,
  type YAMLSeq,
} from 'yaml';
import { formatPointer } from './pointer.ts';
import {
  DEFAULT_LIMITS,
  Lines,
  locate,
  type Place,
  type Problem,
  type ProblemKind,
  type Reading,
  type ReadLimits,
  setMember,
  tooLarge,
} from './reading.ts';
import type { JsonValue } from './value.ts';

/** Aliases may repeat this many nodes in all: anchors are a convenience, not a way to grow a document. */
const MAX_ALIASED_NODES = 10_000;
/** After these the rest only follows. */
const MAX_ERRORS = 10;

/**
 * Reads one YAML 1.2 document (core schema) that means JSON: names are strings, values are JSON values.
 * Positions, limits and problems are as for readJson.
 */
export function readYaml(text: string, limits: ReadLimits = DEFAULT_LIMITS): Reading {
  if (text.length > limits.maxLength) return tooLarge(text, limits);
  const lines = new Lines(text);
  const document = parse(text, limits.maxDepth);
  if (document === undefined) {
    return unreadable('too-deep', `Values nest more than ${limits.maxDepth} deep.`, lines, 0);
  }
  const problems: Problem[] = document.errors
    .slice(0, MAX_ERRORS)
    .map((error) => problemOf(error, lines));
  if (problems.length > 0) return { problems };
  const converter = new Converter(document, limits, lines, problems);
  const result =
    document.contents === null ? undefined : converter.convert(document.contents, [], 0);
  // What a bomb leaves is no document: whatever was found missing in it would only follow from that.
  if (converter.isCut) return { problems };
  if (result === undefined) {
    return problems.length > 0
      ? { problems }
      : unreadable('malformed', 'The document is empty.', lines, 0);
  }
  return { located: locate(result[0], result[1], lines), problems };
}

/** Composes the document, unless it nests too deep for the composer's recursion: undefined then. */
function parse(text: string, maxDepth: number): Document.Parsed | undefined {
  const tokens = [...new Parser().parse(text)];
  if (isDeeperThan(tokens, maxDepth)) return undefined;
  // The composer would hold each name against all names before it.
  const composer = new Composer({ version: '1.2', schema: 'core', uniqueKeys: false });
  const [first, second] = composer.compose(tokens, true, text.length);
  if (second !== undefined) {
    const message = 'A second document begins here; only one is read';
    first?.errors.push(
      new YAMLParseError(second.range.slice(0, 2) as [number, number], 'MULTIPLE_DOCS', message),
    );
  }
  return first;
}

/** Level by level, without recursion: a text that nests ten thousand deep would exhaust the stack. */
function isDeeperThan(tokens: readonly CST.Token[], maxDepth: number): boolean {
  let level: readonly CST.Token[] = tokens;
  // The document is a level of its own.
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth + 2) return true;
    level = level.flatMap(partsOf);
  }
  return false;
}

function partsOf(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') return token.value === undefined ? [] : [token.value];
  if (!('items' in token)) return [];
  return token.items.flatMap((item) => [item.key, item.value].filter((part) => part != null));
}

function problemOf(error: YAMLParseError, lines: Lines): Problem {
  const position = lines.at(error.pos[0]);
  return { kind: 'malformed', message: `${error.message}.`, pointer: '', position };
}

function unreadable(kind: ProblemKind, message: string, lines: Lines, at: number): Reading {
  return { problems: [{ kind, message, pointer: '', position: lines.at(at) }] };
}

/** What each alias stands for: the last node before it that bears its anchor. One walk, however many there are. */
function targetsOf(document: Document.Parsed): ReadonlyMap<Node, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Node, Node>();
  visit(document, {
    Node: (_, node) => {
      const target = isAlias(node) ? anchors.get(node.source) : undefined;
      if (target !== undefined) targets.set(node, target);
      if (!isAlias(node) && node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return targets;
}

type Path = readonly (string | number)[];
type Converted = [JsonValue, Place];

class Converter {
  readonly #targets: ReadonlyMap<Node, Node>;
  readonly #limits: ReadLimits;
  readonly #lines: Lines;
  readonly #problems: Problem[];
  #aliased = 0;
  #insideAlias = 0;
  /** Whether a limit was met: nothing is converted from there on. */
  isCut = false;

  constructor(document: Document.Parsed, limits: ReadLimits, lines: Lines, problems: Problem[]) {
    this.#targets = targetsOf(document);
    this.#limits = limits;
    this.#lines = lines;
    this.#problems = problems;
  }

  convert(node: Node | null, path: Path, fallback: number, name?: number): Converted | undefined {
    const start = (node as ParsedNode | null)?.range?.[0] ?? fallback;
    const place: Place = name === undefined ? { start } : { name, start };
    if (node === null) return [null, place];
    if (this.isCut) return undefined;
    if (path.length > this.#limits.maxDepth) {
      this.isCut = true;
      return this.#note(
        'too-deep',
        `Values nest more than ${this.#limits.maxDepth} deep.`,
        path,
        start,
      );
    }
    if (this.#insideAlias > 0 && ++this.#aliased > MAX_ALIASED_NODES) {
      this.isCut = true;
      return this.#note(
        'too-large',
        `Aliases repeat more than ${MAX_ALIASED_NODES} values.`,
        path,
        start,
      );
    }
    if (isAlias(node)) return this.#alias(this.#targets.get(node), path, start, name);
    if (isMap(node)) return this.#map(node, path, place);
    if (isSeq(node)) return this.#sequence(node, path, place);
    if (isScalar(node)) return this.#scalar(node.value, path, place);
    return this.#note('not-json', 'Only maps, lists and plain values are read.', path, start);
  }

  #alias(
    target: Node | undefined,
    path: Path,
    start: number,
    name?: number,
  ): Converted | undefined {
    if (target === undefined)
      return this.#note('malformed', 'The alias names no anchor.', path, start);
    this.#insideAlias += 1;
    const result = this.convert(target, path, start, name);
    this.#insideAlias -= 1;
    return result;
  }

  #map(node: YAMLMap, path: Path, place: Place): Converted {
    const value: Record<string, JsonValue> = {};
    const members = new Map<string, Place>();
    for (const pair of node.items) {
      const key = pair.key as ParsedNode | null;
      const at = key?.range?.[0] ?? place.start;
      const name = isScalar(key) ? nameOf(key.value, key.source) : undefined;
      if (name === undefined) {
        this.#note('not-json', 'A name must be plain text.', path, at);
        continue;
      }
      if (members.has(name) && this.#insideAlias === 0 && !this.isCut)
        this.#note('duplicate-key', 'The name stands twice in this map.', [], at);
      const converted = this.convert(pair.value as Node | null, [...path, name], at, at);
      if (converted === undefined) continue;
      setMember(value, name, converted[0]);
      members.set(name, converted[1]);
    }
    return [value, { ...place, members }];
  }

  #sequence(node: YAMLSeq, path: Path, place: Place): Converted {
    const value: JsonValue[] = [];
    const items: Place[] = [];
    for (const [index, item] of node.items.entries()) {
      const converted = this.convert(item as Node | null, [...path, index], place.start);
      if (converted === undefined) continue;
      value.push(converted[0]);
      items.push(converted[1]);
    }
    return [value, { ...place, items }];
  }

  #scalar(value: unknown, path: Path, place: Place): Converted | undefined {
    if (value === null || typeof value === 'string' || typeof value === 'boolean')
      return [value, place];
    if (typeof value === 'number' && Number.isFinite(value)) return [value, place];
    return this.#note(
      'not-json',
      `${String(value)} is no value that JSON can hold.`,
      path,
      place.start,
    );
  }

  #note(kind: ProblemKind, message: string, path: Path, at: number): undefined {
    this.#problems.push({
      kind,
      message,
      pointer: formatPointer(path),
      position: this.#lines.at(at),
    });
  }
}

/** `1.10: …` must stay "1.10": a name is the text that stands in the file, not the number it looks like. */
function nameOf(value: unknown, source: string | undefined): string | undefined {
  if (typeof value === 'string') return value;
  return source ?? (value === null ? undefined : String(value));
}
