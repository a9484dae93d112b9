import { resolve } from 'node:path';
import { codegenRules, generatePackage } from '@treaty/codegen';
import { countsInWords, type Palette, plain, plural, report } from '@treaty/findings';
import type { JsonValue } from '@treaty/json';
import { ownersFileIn } from '../codeowners.ts';
import { type Diagnosis, fine, ill } from '../doctor/diagnosis.ts';
import { editorLines } from '../doctor/documents.ts';
import { people } from '../doctor/people.ts';
import { cache, history, nodeVersion } from '../doctor/surroundings.ts';
import { driftIn } from '../drift-in.ts';
import { GENERATE } from '../generated-folder.ts';
import type { Io } from '../io.ts';
import type { DoctorOptions } from '../options.ts';
import type { Outcome } from '../outcome.ts';
import { openWorkspace, type Workspace } from '../workspace.ts';

/** `treaty doctor`: whether machine, clone and people are ready, from files and git alone. */
export async function doctor(options: DoctorOptions, io: Io): Promise<Outcome> {
  const workspace = openWorkspace(io);
  const { root, registry, prefix, repository } = workspace;
  const diagnoses: readonly Diagnosis[] = [
    nodeVersion(),
    ...history(workspace),
    ...(repository === undefined ? [] : people(registry, ownersFileIn(root, prefix))),
    editorLines(workspace),
    ...(options.out === undefined ? [] : [await client(options.out, workspace, io)]),
    cache(root),
  ];
  const findings = diagnoses.flatMap((one) => (one.ok ? [] : [one.finding]));
  const subject = `${plural(diagnoses.length, 'thing')} looked at`;
  const result = report('doctor', subject, findings, { looked: diagnoses.map(diagnosisJson) });
  return {
    report: result,
    whole: (palette) =>
      `${lines(diagnoses, palette)}\n${subject}: ${countsInWords(result.counts)}\n`,
    prefix,
  };
}

/** Whether the generated package still is what the registry says. */
async function client(out: string, { registry }: Workspace, io: Io): Promise<Diagnosis> {
  const { files } = await generatePackage(registry, io.today);
  const drift = driftIn(GENERATE, resolve(io.cwd, out), files, codegenRules.drift, io);
  return drift.length === 0
    ? fine(`the generated package in ${out} is up to date`)
    : ill(codegenRules.drift, `The generated package in ${out} is not what the registry says.`, {
        next: `treaty generate --out ${out}`,
      });
}

function diagnosisJson(one: Diagnosis): JsonValue {
  if (one.ok) return { level: 'ok', message: one.message };
  const { severity, message, rule } = one.finding;
  return { level: severity, message, rule, next: one.next };
}

function lines(diagnoses: readonly Diagnosis[], palette: Palette): string {
  const line = (one: Diagnosis): string => {
    if (one.ok) return `${palette.good('ok'.padEnd(WIDTH))}${plain(one.message)}\n`;
    const { severity, message } = one.finding;
    const dress = palette[severity === 'info' ? 'quiet' : severity];
    const level = dress((severity === 'info' ? 'note' : severity).padEnd(WIDTH));
    return `${level}${plain(message)}\n${' '.repeat(WIDTH)}${palette.quiet('next:')} ${plain(one.next)}\n`;
  };
  return diagnoses.map(line).join('');
}

const WIDTH = 'warning'.length + 2;
