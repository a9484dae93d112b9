import { isArray, isObject, type JsonValue, type Pointer, parsePointer } from '@treaty/json';
import { isMap, isScalar, isSeq, type ParsedNode, parseDocument, type YAMLMap } from 'yaml';

/** Edits of JSON text that leave all else as it is written: each takes a text and gives the edited one. */

/** Puts a value in the place of the one at `pointer`. */
export function replaceValue(text: string, pointer: Pointer, value: JsonValue): string {
  const [start, end] = rangeOf(nodeAt(text, pointer));
  return text.slice(0, start) + written(value, indentAt(text, start)) + text.slice(end);
}

/** Adds a member at the end of the object at `pointer`. */
export function addMember(text: string, pointer: Pointer, name: string, value: JsonValue): string {
  const node = nodeAt(text, pointer);
  if (!isMap(node)) throw new RangeError(`no object at ${pointer}`);
  const names = node.items.map(({ key }) => key as ParsedNode);
  const at = rangeOf(names.at(-1))[0];
  const member = `${JSON.stringify(name)}: ${written(value, indentAt(text, at))}`;
  return appended(text, at, rangeOf(node.items.at(-1)?.value as ParsedNode)[1], member);
}

/** Adds an item at the end of the list at `pointer`. */
export function addItem(text: string, pointer: Pointer, value: JsonValue): string {
  const node = nodeAt(text, pointer);
  if (!isSeq(node)) throw new RangeError(`no list at ${pointer}`);
  const [at, end] = rangeOf(node.items.at(-1) as ParsedNode);
  return appended(text, at, end, written(value, indentAt(text, at)));
}

/** Calls the member at `pointer` by another name. */
export function renameMember(text: string, pointer: Pointer, name: string): string {
  const parent = nodeAt(text, pointer.slice(0, pointer.lastIndexOf('/')));
  const last = parsePointer(pointer).at(-1);
  const [start, end] = rangeOf(isMap(parent) ? pairOf(parent, last)?.key : undefined);
  return text.slice(0, start) + JSON.stringify(name) + text.slice(end);
}

function nodeAt(text: string, pointer: Pointer): ParsedNode {
  let node = parseDocument(text, { version: '1.2', prettyErrors: false }).contents;
  for (const token of parsePointer(pointer)) {
    if (isMap(node)) node = (pairOf(node, token)?.value ?? null) as ParsedNode | null;
    else node = isSeq(node) ? ((node.items[Number(token)] ?? null) as ParsedNode | null) : null;
  }
  if (node === null) throw new RangeError(`nothing at ${pointer}`);
  return node;
}

type Pair = { readonly key: ParsedNode; readonly value: ParsedNode | null };

function pairOf(map: YAMLMap, name: string | undefined): Pair | undefined {
  return (map.items as Pair[]).find(({ key }) => isScalar(key) && key.value === name);
}

function rangeOf(node: ParsedNode | undefined): readonly [start: number, end: number] {
  if (node === undefined) throw new RangeError('nothing there to go by');
  return [node.range[0], node.range[1]];
}

/** After an element that stands at `at` and ends at `end`: the next one stands as it does. */
function appended(text: string, at: number, end: number, element: string): string {
  const before = /\s*$/.exec(text.slice(Math.max(0, at - 200), at))?.[0] ?? '';
  return `${text.slice(0, end)},${before}${element}${text.slice(end)}`;
}

function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^\s*/.exec(line)?.[0] ?? '';
}

/** Two spaces a level; a list of plain values on one line. */
function written(value: JsonValue, indent: string): string {
  const inner = `${indent}  `;
  if (isArray(value)) {
    const items = value.map((item) => written(item, inner));
    if (value.every((item) => typeof item !== 'object' || item === null)) {
      return `[${items.join(', ')}]`;
    }
    return `[\n${items.map((item) => inner + item).join(',\n')}\n${indent}]`;
  }
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, one]) => `${inner}${JSON.stringify(name)}: ${written(one, inner)}`,
  );
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`;
}
