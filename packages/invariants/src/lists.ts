import { type CelList, type CelValue, celList } from '@bufbuild/cel';

/**
 * Joins lists so that adding one item at a time, as `map` and `filter` do, is linear: a list and the one
 * that was grown from it share their items. (The library nests a list a step, and overflows the stack at
 * some thousand items.)
 */
export function joinedLists(): (first: CelList, second: CelList) => CelList {
  const buffers = new WeakMap<CelList, CelValue[]>();
  return (first, second) => {
    const known = buffers.get(first);
    // Only the longest list of a buffer may grow it: what a shorter one would add is taken.
    const buffer = known !== undefined && known.length === first.size ? known : [...first];
    for (const item of second) buffer.push(item);
    const joined = prefixOf(buffer, buffer.length);
    buffers.set(joined, buffer);
    return joined;
  };
}

/** The first `size` items of a buffer that may grow behind them. */
function prefixOf(buffer: readonly CelValue[], size: number): CelList {
  return Object.create(EMPTY, {
    size: { value: size },
    get: { value: (index: number) => (index >= 0 && index < size ? buffer[index] : undefined) },
    values: {
      *value(): IterableIterator<CelValue> {
        for (let i = 0; i < size; i += 1) yield buffer[i] as CelValue;
      },
    },
  }) as CelList;
}

const EMPTY: CelList = celList([]);
