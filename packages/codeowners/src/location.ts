const PLACES: readonly string[] = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/**
 * The one CODEOWNERS file in force among the paths of a commit: GitHub looks in `.github/`, then in the root,
 * then in `docs/`, and uses the first that it finds. Undefined: there is none, and nobody owns anything.
 */
export function findCodeowners(paths: Iterable<string>): string | undefined {
  const present = new Set(paths);
  return PLACES.find((place) => present.has(place));
}
