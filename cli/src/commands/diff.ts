import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { diffSchemas, type SchemaDiff, seedsOf } from '@treaty/compatibility';
import { compactJson, type Palette, plain, report } from '@treaty/findings';
import { type JsonValue, readJson, readYaml } from '@treaty/json';
import {
  findRoot,
  inRange,
  isRange,
  loadRegistry,
  openCommit,
  openFolder,
  openRepository,
  type Registry,
  resolveCommit,
} from '@treaty/registry';
import type { Io } from '../io.ts';
import type { Outcome } from '../outcome.ts';
import { UsageError } from '../usage-error.ts';

/** One side of a comparison: a schema, what to call it, and samples to start witnesses from. */
interface Side {
  readonly name: string;
  readonly schema: JsonValue;
  readonly seeds: readonly JsonValue[];
  readonly writer?: 'open' | 'closed';
}

type Verdict = SchemaDiff['backward'];

/** `treaty diff A B`: two versions, two files, or a version at two commits; verdict, witness, class. */
export async function diff(from: string, to: string, io: Io): Promise<Outcome> {
  const [a, b] = [sideOf(from, io), sideOf(to, io)];
  const writer = b.writer ?? a.writer ?? 'closed';
  const settings = registryAt(io)?.settings;
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
    text: (palette) => render(a, b, writer, result, palette),
  };
}

function registryAt(io: Io): Registry | undefined {
  const root = findRoot(io.cwd);
  return root === undefined ? undefined : loadRegistry(openFolder(root)).registry;
}

/** `order/placed@2.0.0`, `main:order/placed@^2.0.0`, `old.schema.json`. */
function sideOf(argument: string, io: Io): Side {
  const file = resolve(io.cwd, argument);
  if (existsSync(file)) return fileSide(argument, file);
  const [, commit, flowId, range = '*'] =
    /^(?:(.+):)?([a-z][a-z\d-]*\/[a-z][a-z\d-]*)(?:@(.+))?$/.exec(argument) ?? [];
  if (flowId === undefined) {
    throw new UsageError(
      `${JSON.stringify(argument)} is neither a file nor a version.`,
      'treaty diff order/placed@1.0.0 order/placed@2.0.0',
    );
  }
  const registry = commit === undefined ? registryAt(io) : registryOf(commit, io);
  const flow = registry?.flows.get(flowId);
  const version = isRange(range)
    ? flow?.versions.findLast((one) => inRange(one.version, range))
    : undefined;
  if (flow === undefined || version === undefined) {
    const where = commit === undefined ? '' : ` at ${commit}`;
    throw new UsageError(
      `There is no ${flowId}@${range}${where}.`,
      'treaty diff main:order/placed order/placed',
    );
  }
  return {
    name: `${commit === undefined ? '' : `${commit}:`}${flowId} ${version.version}`,
    schema: version.schema.value,
    seeds: seedsOf(version),
    writer: flow.agreement.compatibility.writer,
  };
}

function fileSide(name: string, file: string): Side {
  const text = readFileSync(file, 'utf8');
  const { located, problems } = /\.ya?ml$/.test(file) ? readYaml(text) : readJson(text);
  const problem = problems[0];
  if (located === undefined) {
    throw new UsageError(
      `${name}:${problem?.position.line}:${problem?.position.column} ${problem?.message}`,
    );
  }
  return { name, schema: located.value, seeds: [] };
}

function registryOf(name: string, io: Io): Registry {
  const root = findRoot(io.cwd);
  const repository = root === undefined ? undefined : openRepository(root);
  const commit = repository && resolveCommit(repository, name);
  if (repository === undefined || commit === undefined) {
    throw new UsageError(
      `No commit is called ${JSON.stringify(name)} in this clone.`,
      `git fetch origin ${name}`,
    );
  }
  return loadRegistry(openCommit(repository, commit)).registry;
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
