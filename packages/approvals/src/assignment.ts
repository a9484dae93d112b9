/**
 * Fills as many places as possible with different people: a maximum matching of a bipartite graph, by augmenting
 * paths (Kuhn), so that whether all places can be filled does not depend on the order in which people are tried.
 *
 * @param choices for each place, who may fill it; people are told apart by identity
 * @returns for each place, who fills it; undefined where nobody is left
 */
export function assign<P>(choices: readonly (readonly P[])[]): readonly (P | undefined)[] {
  const placeOf = new Map<P, number>();
  const fill = (place: number, tried: Set<P>): boolean => {
    for (const person of choices[place] ?? []) {
      if (tried.has(person)) continue;
      tried.add(person);
      const held = placeOf.get(person);
      if (held === undefined || fill(held, tried)) {
        placeOf.set(person, place);
        return true;
      }
    }
    return false;
  };
  for (const place of choices.keys()) fill(place, new Set<P>());

  const filled: (P | undefined)[] = choices.map(() => undefined);
  for (const [person, place] of placeOf) filled[place] = person;
  return filled;
}
