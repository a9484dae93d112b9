import { type CelList, type CelValue, isCelList, isCelMap, isCelUint } from '@bufbuild/cel';

/** Whether no two items are equal, in linear time. */
export function unique(list: CelList): boolean {
  return new Set([...list].map(keyOf)).size === list.size;
}

/** A text that values share if and only if `==` calls them equal. */
function keyOf(value: CelValue): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isInteger(value)) return String(BigInt(value));
  if (isCelUint(value)) return String(value.value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (isCelList(value)) return `[${[...value].map(keyOf).join()}]`;
  if (isCelMap(value)) {
    const entries = [...value].map(([name, part]) => `${keyOf(name)}:${keyOf(part)}`);
    return `{${entries.sort().join()}}`;
  }
  if ('message' in value && 'seconds' in value.message && 'nanos' in value.message) {
    const { $typeName, seconds, nanos } = value.message;
    return `${$typeName}(${String(seconds)},${String(nanos)})`;
  }
  throw new Error('unique compares numbers, strings, booleans, null, lists, maps and timestamps');
}
