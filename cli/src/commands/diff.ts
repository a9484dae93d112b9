import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { diffSchemas, type SchemaDiff, seedsOf } from '@treaty/compatibility';
import { compactJson, type Finding, type Palette, plain, report } from '@treaty/findings';
import type { JsonValue } from '@treaty/json';
import {
  findRoot,
  type LoadedRegistry,
  loadRegistry,
  openCommit,
  openFolder,
  openRepository,
  parseReference,
  type Reference,
  resolveCommit,
  SCHEMAS,
  versionedOf,
  versionIn,
} from '@treaty/registry';
import type { Io } from '../io.ts';
import { readNamed } from '../named-document.ts';
import type { Outcome } from '../outcome.ts';
import { incomplete, unreadable } from '../unreadable.ts';
import { UsageError } from '../usage-error.ts';

/** One side of a comparison: a schema, what to call it, and samples to start witnesses from. */
interface Side {
  readonly name: string;
  readonly schema: JsonValue;
  readonly seeds: readonly JsonValue[];
  readonly writer?: 'open' | 'closed';
}

/** What keeps a side from being read. */
interface Unread {
  readonly findings: readonly Finding[];
}

type Verdict = SchemaDiff['backward'];

/** `treaty diff A B`: two versions, two files, or a version at two commits; verdict, witness, class. */
export async function diff(from: string, to: string, io: Io): Promise<Outcome> {
  const [a, b] = [sideOf(from, io), sideOf(to, io)];
  if ('findings' in a || 'findings' in b) {
    return incomplete('diff', `${from} → ${to} was not compared`, unreadOf(a, b));
  }
  const writer = b.writer ?? a.writer ?? 'closed';
  const settings = workTree(io)?.registry.settings;
  const question = { writer, formats: settings?.formats ?? 'assert' } as const;
  const result = await diffSchemas(a.schema, b.schema, question, { from: a.seeds, to: b.seeds });
  return {
    report: report('diff', `${a.name} → ${b.name}`, [], {
      from: a.name,
      to: b.name,
      writer,
      class: result.class,
      backward: result.backward as unknown as JsonValue,
      forward: result.forward as unknown as JsonValue,
    }),
    answer: (palette) => render(a, b, writer, result, palette),
  };
}

/** What keeps either side from being read; once, where both are of one registry. */
function unreadOf(...sides: readonly (Side | Unread)[]): readonly Finding[] {
  const findings = sides.flatMap((side) => ('findings' in side ? side.findings : []));
  const places = findings.map(({ message, location }) => JSON.stringify([message, location]));
  return findings.filter((_, i) => places.indexOf(places[i] as string) === i);
}

function workTree(io: Io): LoadedRegistry | undefined {
  const root = findRoot(io.cwd);
  return root === undefined ? undefined : loadRegistry(openFolder(root));
}

/** `order/placed@2.0.0`, `main:order/placed@^2.0.0`, `before.schema.json`. */
function sideOf(argument: string, io: Io): Side | Unread {
  const entry = statSync(resolve(io.cwd, argument), { throwIfNoEntry: false });
  // Inside of schemas/ the folder of a flow is called as the flow is.
  if (entry !== undefined && !entry.isDirectory()) return fileSide(argument, io);
  const reference = parseReference(argument);
  if (reference !== undefined) return versionSide(reference, io);
  throw new UsageError(
    `${JSON.stringify(argument)} is neither a file nor a version.`,
    'treaty diff order/placed@1.0.0 order/placed@2.0.0',
  );
}

function versionSide({ commit, flow: id, range = '*' }: Reference, io: Io): Side | Unread {
  const loaded = commit === undefined ? workTree(io) : registryOf(commit, io);
  const findings = loaded === undefined ? [] : unreadable(loaded, `${SCHEMAS}/${id}`);
  if (findings.length > 0) return { findings };
  const flow = loaded && versionedOf(loaded.registry, id);
  const version = flow && versionIn(flow, range);
  if (flow === undefined || version === undefined) {
    const where = commit === undefined ? '' : ` at ${commit}`;
    throw new UsageError(
      `There is no ${id}@${range}${where}.`,
      'treaty diff main:order/placed order/placed',
    );
  }
  return {
    name: `${commit === undefined ? '' : `${commit}:`}${id} ${version.version}`,
    schema: version.schema.value,
    seeds: seedsOf(version),
    writer: flow.agreement.compatibility.writer,
  };
}

function fileSide(name: string, io: Io): Side | Unread {
  const { located, findings } = readNamed(io, name);
  if (located === undefined || findings.length > 0) return { findings };
  return { name, schema: located.value, seeds: [] };
}

function registryOf(name: string, io: Io): LoadedRegistry {
  const root = findRoot(io.cwd);
  const repository = root === undefined ? undefined : openRepository(root);
  const commit = repository && resolveCommit(repository, name);
  if (repository === undefined || commit === undefined) {
    throw new UsageError(
      `No commit is called ${JSON.stringify(name)} in this clone.`,
      `git fetch origin ${name}`,
    );
  }
  return loadRegistry(openCommit(repository, commit));
}

function render(
  a: Side,
  b: Side,
  writer: string,
  { backward, forward, class: change }: SchemaDiff,
  palette: Palette,
): string {
  const lines = [
    `${palette.strong(`${plain(a.name)} → ${plain(b.name)}`)} is a ${palette.strong(change)} (${writer} writer)`,
    '',
    ...direction(
      `backward  ${plain(b.name)} reads what ${plain(a.name)} allows`,
      backward,
      palette,
    ),
    ...direction(`forward   ${plain(a.name)} reads what ${plain(b.name)} allows`, forward, palette),
    '',
  ];
  return `${lines.join('\n')}\n`;
}

function direction(title: string, verdict: Verdict, palette: Palette): string[] {
  const row = (label: string, text: string): string =>
    `    ${palette.quiet(label.padEnd(8))}  ${plain(text).replaceAll('\n', `\n${' '.repeat(14)}`)}`;
  switch (verdict.verdict) {
    case 'contained':
      return [`  ${title}: ${palette.good('contained')}`];
    case 'undecided':
      return [`  ${title}: ${palette.warning('undecided')}`, row('because', verdict.reason)];
    case 'not-contained': {
      const { instance, message } = verdict.rejection;
      return [
        `  ${title}: ${palette.error('not contained')}`,
        row('because', `${instance === '' ? 'the payload' : instance}: ${message}`),
        row('witness', compactJson(verdict.witness, 100)),
      ];
    }
  }
}
