import type { Node, Of } from '../read/constraint.ts';
import type { Languages } from '../strings/languages.ts';

/** The schemas that a members constraint applies to one member. */
export interface Applied {
  readonly certain: readonly Node[];
  /** Of patterns that no automaton reads: they may apply or not. */
  readonly possible: readonly Node[];
}

/** Which schemas apply to the member of that name. */
export function nodesFor(languages: Languages, members: Of<'members'>, name: string): Applied {
  const named = members.named.get(name);
  return applied(members, named, (source) => languages.matches(source, name));
}

/** Which schemas apply to a member that is not named and matches exactly the patterns in `matching`. */
export function nodesForPatterns(
  members: Of<'members'>,
  matching: ReadonlySet<string>,
  unread: ReadonlySet<string>,
): Applied {
  return applied(members, undefined, (source) =>
    unread.has(source) ? undefined : matching.has(source),
  );
}

function applied(
  members: Of<'members'>,
  named: Node | undefined,
  matches: (source: string) => boolean | undefined,
): Applied {
  const certain = named ? [named] : [];
  const possible: Node[] = [];
  for (const [source, node] of members.patterns) {
    const match = matches(source);
    if (match === true) certain.push(node);
    else if (match === undefined) possible.push(node);
  }
  if (certain.length === 0 && members.rest)
    (possible.length > 0 ? possible : certain).push(members.rest);
  return { certain, possible };
}
