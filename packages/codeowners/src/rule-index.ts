import type { SplitPath } from './match.ts';
import { matches } from './match.ts';
import type { Pattern, Segment } from './pattern.ts';

interface Indexed {
  readonly pattern: Pattern;
}

/**
 * Rules by something that every path they match must have, so that a path is tried on few of them:
 * the folders with which a pattern begins, a segment's name, a segment's extension, or nothing at all.
 * Each list is in the order of the file.
 */
export interface RuleIndex {
  readonly byPrefix: ReadonlyMap<string, readonly number[]>;
  readonly byName: ReadonlyMap<string, readonly number[]>;
  readonly byExtension: ReadonlyMap<string, readonly number[]>;
  readonly rest: readonly number[];
}

export function indexRules(rules: readonly Indexed[]): RuleIndex {
  const byPrefix = new Map<string, number[]>();
  const byName = new Map<string, number[]>();
  const byExtension = new Map<string, number[]>();
  const rest: number[] = [];
  for (const [position, { pattern }] of rules.entries()) {
    const prefix = literalPrefix(pattern);
    const name = longestName(pattern);
    const extension = anyExtension(pattern);
    if (prefix !== '') append(byPrefix, prefix, position);
    else if (name !== undefined) append(byName, name, position);
    else if (extension !== undefined) append(byExtension, extension, position);
    else rest.push(position);
  }
  return { byPrefix, byName, byExtension, rest };
}

/** The position of the last rule that matches a path. */
export function lastMatch(
  index: RuleIndex,
  rules: readonly Indexed[],
  path: SplitPath,
): number | undefined {
  let best = -1;
  const consider = (positions: readonly number[] | undefined) => {
    if (positions === undefined) return;
    for (let i = positions.length - 1; i >= 0; i -= 1) {
      const position = positions[i] as number;
      if (position <= best) return;
      if (matches((rules[position] as Indexed).pattern, path)) best = position;
    }
  };
  let prefix = '';
  for (const { name } of path) {
    prefix += `/${name}`;
    consider(index.byPrefix.get(prefix));
    consider(index.byName.get(name));
    const extension = extensionOf(name);
    if (extension !== undefined) consider(index.byExtension.get(extension));
  }
  consider(index.rest);
  return best < 0 ? undefined : best;
}

function append(map: Map<string, number[]>, key: string, position: number): void {
  const positions = map.get(key);
  if (positions === undefined) map.set(key, [position]);
  else positions.push(position);
}

function literalPrefix(pattern: Pattern): string {
  let prefix = '';
  for (const segment of pattern) {
    if (segment.kind !== 'literal') break;
    prefix += `/${segment.name}`;
  }
  return prefix;
}

function longestName(pattern: Pattern): string | undefined {
  const names = pattern.flatMap((segment) => (segment.kind === 'literal' ? [segment.name] : []));
  return names.sort((a, b) => b.length - a.length)[0];
}

function anyExtension(pattern: Pattern): string | undefined {
  for (const segment of pattern) {
    const extension = segment.kind === 'wildcard' ? wildcardExtension(segment) : undefined;
    if (extension !== undefined) return extension;
  }
  return undefined;
}

/** The extension of every name that a wildcard matches, where its literal end has one. */
function wildcardExtension({ glyphs }: Segment & { kind: 'wildcard' }): string | undefined {
  let end = '';
  for (let i = glyphs.length - 1; i >= 0 && typeof glyphs[i] === 'string'; i -= 1) {
    end = `${glyphs[i] as string}${end}`;
  }
  return extensionOf(end);
}

function extensionOf(name: string): string | undefined {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? undefined : name.slice(dot + 1);
}
