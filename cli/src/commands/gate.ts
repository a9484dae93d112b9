import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  controlFiles,
  type Demand,
  evaluate,
  type Judgement,
  readSnapshot,
  type SeatResult,
  type Snapshot,
  seatsOf,
  seatTitle,
} from '@treaty/approvals';
import { parseCodeowners } from '@treaty/codeowners';
import { flowChanges } from '@treaty/compatibility';
import { type Palette, plain, plural, report } from '@treaty/findings';
import { type JsonValue, readJson } from '@treaty/json';
import { changedFiles, loadRegistry, openCommit, resolveCommit, SCHEMAS } from '@treaty/registry';
import { codeownersAt } from '../codeowners.ts';
import type { Io } from '../io.ts';
import type { Outcome } from '../outcome.ts';
import { UsageError } from '../usage-error.ts';
import { compareWith, openWorkspace, pathsInside } from '../workspace.ts';

/** `treaty gate evaluate --snapshot FILE`: whether the change has its approvals, from git and one file. */
export async function evaluateGate(
  options: { readonly snapshot: string },
  io: Io,
): Promise<Outcome> {
  const snapshot = snapshotAt(options.snapshot, io);
  const { root, prefix } = openWorkspace(io);
  const { base, head } = snapshot.pullRequest;
  const compared = compareWith(root, base.sha, head.sha);
  if ('rule' in compared)
    return { report: report('gate', 'the change could not be read', [compared]), gate: 'error' };
  const commit = resolveCommit(compared.repository, head.sha);
  if (commit === undefined) throw new Error(`${head.sha} was here a moment ago`);
  const { registry, findings } = loadRegistry(openCommit(compared.repository, commit));
  const today = snapshot.takenAt.slice(0, 10);
  const paths = changedFiles(compared.repository, compared.mergeBase, commit);
  const changes = await flowChanges({
    ...compared.registries,
    head: registry,
    paths: pathsInside(prefix, paths),
    today,
  });
  const { settings } = compared.registries.base;
  const codeowners = codeownersAt(compared.repository, compared.base);
  const demand: Demand = {
    branch: settings.branch,
    root: prefix + SCHEMAS,
    controlFiles: controlFiles(prefix),
    codeowners,
    changes,
    seats: seatsOf(changes, settings, codeowners ?? parseCodeowners(''), prefix),
  };
  const judgement = evaluate(demand, snapshot);
  const subject = `pull request #${snapshot.pullRequest.number}, ${plural(changes.length, 'flow')} changed`;
  return {
    report: report('gate', subject, findings, judgement as unknown as JsonValue),
    text: (palette) => render(judgement, palette),
    ...(judgement.verdict === 'pass'
      ? {}
      : { gate: judgement.verdict, next: 'treaty who --against <base>' }),
  };
}

function snapshotAt(name: string, io: Io): Snapshot {
  const file = resolve(io.cwd, name);
  if (!existsSync(file))
    throw new UsageError(
      `There is no file ${name}.`,
      'treaty gate evaluate --snapshot snapshot.json',
    );
  const { located, problems } = readJson(readFileSync(file, 'utf8'));
  const problem = problems[0];
  if (located === undefined || problem !== undefined) {
    throw new UsageError(
      `${name}:${problem?.position.line}:${problem?.position.column} ${problem?.message}`,
    );
  }
  const read = readSnapshot(located.value);
  if ('snapshot' in read) return read.snapshot;
  const first = read.problems[0];
  const { line, column } = located.positionOf(first?.pointer ?? '');
  throw new UsageError(`${name}:${line}:${column} ${first?.pointer}: ${first?.message}`);
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
