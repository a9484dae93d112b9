import { isArray, isObject, type JsonValue } from '@treaty/json';

/** JSON for a person: on one line where it fits into `width` characters, else a member or item a line. */
export function compactJson(value: JsonValue, width: number, indent = 0): string {
  const line = oneLine(value);
  if (line.length + indent <= width) return line;
  const inner = ' '.repeat(indent + 2);
  const close = ' '.repeat(indent);
  if (isArray(value) && value.length > 0) {
    const items = value.map((item) => inner + compactJson(item, width, indent + 2));
    return `[\n${items.join(',\n')}\n${close}]`;
  }
  if (isObject(value) && Object.keys(value).length > 0) {
    const members = Object.entries(value).map(
      ([name, member]) =>
        `${inner}${JSON.stringify(name)}: ${compactJson(member, width, indent + 2)}`,
    );
    return `{\n${members.join(',\n')}\n${close}}`;
  }
  return line;
}

function oneLine(value: JsonValue): string {
  if (isArray(value)) return value.length === 0 ? '[]' : `[${value.map(oneLine).join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}: ${oneLine(member)}`,
  );
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
