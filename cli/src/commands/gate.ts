import {
  demandOf,
  evaluate,
  type Judgement,
  readSnapshot,
  type SeatResult,
  type Snapshot,
  seatTitle,
} from '@treaty/approvals';
import { flowChanges } from '@treaty/compatibility';
import { type Finding, finding, type Palette, plain, plural, report } from '@treaty/findings';
import type { JsonValue } from '@treaty/json';
import { loadRegistry, registryRules, resolveCommit } from '@treaty/registry';
import { codeownersAt } from '../codeowners.ts';
import type { Io } from '../io.ts';
import { readNamed } from '../named-document.ts';
import type { GateOptions } from '../options.ts';
import type { Outcome } from '../outcome.ts';
import { incomplete, unreadable } from '../unreadable.ts';
import { compareWith, pathsInside, placeOf } from '../workspace.ts';

/** `treaty gate evaluate --snapshot FILE`: whether the change has its approvals, from git and one file. */
export async function evaluateGate(options: GateOptions, io: Io): Promise<Outcome> {
  const snapshot = snapshotAt(options.snapshot, io);
  if ('findings' in snapshot)
    return incomplete('gate', 'the snapshot could not be read', snapshot.findings);
  const root = placeOf(io).root;
  const { base, head } = snapshot.pullRequest;
  const compared = compareWith(root, base.sha, head.sha);
  if ('rule' in compared) return incomplete('gate', 'the change could not be read', [compared]);
  const { prefix } = compared.repository;
  const commit = resolveCommit(compared.repository, head.sha);
  if (commit === undefined) throw new Error(`${head.sha} was here a moment ago`);
  const loaded = loadRegistry(compared.tree, { scope: compared.scope });
  const missing = unreadable(loaded);
  if (missing.length > 0)
    return incomplete('gate', 'the change could not be read', missing, prefix);
  const today = snapshot.takenAt.slice(0, 10);
  const { paths } = compared;
  const changes = await flowChanges({
    ...compared.registries,
    head: loaded.registry,
    paths: pathsInside(prefix, paths),
    today,
  });
  const { settings } = compared.registries.base;
  const codeowners = codeownersAt(compared.repository, compared.base);
  const demand = { ...demandOf(changes, settings, codeowners, prefix), paths };
  const judgement = evaluate(demand, snapshot);
  const subject = `pull request #${snapshot.pullRequest.number}, ${plural(changes.length, 'flow')} changed`;
  return {
    report: report('gate', subject, loaded.findings, judgement as unknown as JsonValue),
    answer: (palette) => render(judgement, palette),
    prefix,
    ...(judgement.verdict === 'pass'
      ? {}
      : {
          ended: judgement.verdict === 'block' ? 'blocked' : 'incomplete',
          next: 'treaty who --against <base>',
        }),
  };
}

function snapshotAt(name: string, io: Io): Snapshot | { readonly findings: readonly Finding[] } {
  const { located, findings } = readNamed(io, name);
  if (located === undefined || findings.length > 0) return { findings };
  const read = readSnapshot(located.value);
  if ('snapshot' in read) return read.snapshot;
  return {
    findings: read.problems.map(({ pointer, message }) =>
      finding(registryRules.invalid, {
        message: `The snapshot${pointer === '' ? '' : `'s ${pointer}`} ${message}.`,
        location: { file: name, ...located.positionOf(pointer), pointer },
        fix: 'Its form is that of snapshot.schema.json in @treaty/approvals.',
      }),
    ),
  };
}

function render({ verdict, seats, rejected, reasons }: Judgement, palette: Palette): string {
  const colour = { pass: palette.good, block: palette.error, error: palette.error }[verdict];
  const lines = [`${colour(verdict.toUpperCase())}`, ''];
  const width = Math.max(0, ...seats.map(({ seat }) => seatTitle(seat).length));
  for (const result of seats) {
    const mark = result.status === 'filled' ? palette.good('✓') : palette.error('✗');
    lines.push(
      `  ${mark} ${plain(seatTitle(result.seat).padEnd(width))}  ${plain(standing(result))}`,
    );
  }
  if (seats.length > 0) lines.push('');
  for (const { kind, message } of reasons)
    lines.push(`  ${plain(message)}  ${palette.quiet(kind)}`);
  for (const { login, reason } of rejected) {
    lines.push(`  the approval of ${plain(login)} does not count  ${palette.quiet(reason)}`);
  }
  if (reasons.length + rejected.length > 0) lines.push('');
  return `${lines.join('\n')}\n`;
}

function standing({ status, filledBy, couldFill, seat }: SeatResult): string {
  if (status === 'filled') return `approved by ${filledBy.map(({ login }) => login).join(', ')}`;
  if (couldFill.length > 0) return `waits for ${couldFill.join(' or ')}`;
  return seat.owners.length === 0
    ? 'has no owner: add one to CODEOWNERS'
    : `nobody of ${seat.owners.join(', ')} can fill it`;
}
