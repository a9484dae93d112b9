import { type Codeowners, couldOwn, ownerKind, ownersOf, type Problem } from '@treaty/codeowners';
import { type Reason, reason } from './reason.ts';
import type { Seat } from './seats.ts';

/**
 * Why CODEOWNERS of the base does not say for certain who owns something that matters here: it is absent or too
 * large, a line that is skipped could have owned one of the paths, or an owner is an e-mail address.
 */
export function uncertainOwnership(
  codeowners: Codeowners | undefined,
  paths: readonly string[],
  contractPaths: readonly string[],
  seats: readonly Seat[],
): readonly Reason[] {
  if (codeowners === undefined) {
    return [reason('no_codeowners', 'the base has no CODEOWNERS file')];
  }
  const subjects = [...new Set([...paths, ...seats.map((seat) => seat.path)])];
  const lines = codeowners.problems.flatMap((problem) => {
    const isWhole = problem.kind === 'File too large';
    const path = subjects.find((subject) => couldOwn(problem, subject));
    return isWhole || path !== undefined ? [lineReason(problem, path)] : [];
  });
  const owners = [
    ...seats.flatMap((seat) => seat.owners),
    ...contractPaths.flatMap((path) => ownersOf(codeowners, path).owners),
  ];
  const addresses = [...new Set(owners)]
    .filter((owner) => ownerKind(owner) === 'email')
    .map((owner) => {
      const message = `the owner ${owner} is an e-mail address, which no account is known to have`;
      return reason('email_owner_unresolved', message, owner);
    });
  return [...lines, ...addresses];
}

function lineReason({ kind, line, message }: Problem, path: string | undefined): Reason {
  if (kind === 'File too large') return reason('codeowners_too_large', message);
  const sentence = `line ${line} of CODEOWNERS could own ${JSON.stringify(path)}: ${message}`;
  return kind === 'Ambiguous pattern'
    ? reason('codeowners_ambiguous', sentence, '#')
    : reason('codeowners_invalid', sentence, `line ${line}`);
}

/** The contract paths that nobody owns on the base. */
export function unownedPaths(
  codeowners: Codeowners,
  contractPaths: readonly string[],
): readonly Reason[] {
  return contractPaths
    .filter((path) => ownersOf(codeowners, path).owners.length === 0)
    .map((path) =>
      reason('unowned', `nobody owns ${JSON.stringify(path)}: add a line to CODEOWNERS`, path),
    );
}
