import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Finding, finding, plural, report } from '@treaty/findings';
import {
  compareVersions,
  type Flow,
  inRange,
  isRange,
  newestLive,
  releasedVersions,
  type Version,
} from '@treaty/registry';
import { compileVersion, validatePayload, validationRules } from '@treaty/validation';
import type { Io } from '../io.ts';
import type { Outcome } from '../outcome.ts';
import { UsageError } from '../usage-error.ts';
import { openWorkspace, shown } from '../workspace.ts';

/** `treaty validate order/placed@2 order.json`: what is wrong with payloads, at which line and column. */
export async function validate(name: string, files: readonly string[], io: Io): Promise<Outcome> {
  const { registry } = openWorkspace(io);
  const [id = '', range = '*'] = name.split('@');
  const flow = registry.flows.get(id);
  if (flow === undefined) {
    const known = [...registry.flows.keys()].join(', ') || 'none';
    throw new UsageError(
      `No flow is called ${JSON.stringify(id)}. There are: ${known}.`,
      'treaty validate order/placed order.json',
    );
  }
  const version = versionFor(flow, range, io.today);
  const { validator, findings } = compileVersion(version, registry.settings);
  const title = `${id} ${version.version}`;
  if (validator === undefined)
    return { report: report('validate', `${title} cannot be used`, findings) };
  const found: Finding[] = [];
  for (const file of files) {
    const text = await textOf(file, io);
    const shownName = file === '-' ? 'standard input' : shown(io, resolve(io.cwd, file));
    if (typeof text === 'string')
      found.push(...validatePayload(validator, text, shownName).findings);
    else found.push(noText(shownName));
  }
  return {
    report: report('validate', `${plural(files.length, 'payload')} against ${title}`, found, {
      flow: id,
      version: version.version,
    }),
    next: `treaty explain ${found[0]?.rule ?? ''}`.trim(),
  };
}

/** The newest live version in the range; a draft, or a version that is no longer live, by its full number. */
function versionFor(flow: Flow, range: string, today: string): Version {
  if (!isRange(range))
    throw new UsageError(
      `${JSON.stringify(range)} is no range of versions.`,
      `treaty validate ${flow.id}@2 order.json`,
    );
  const number =
    newestLive(flow, today, range) ??
    flow.versions.find(({ version }) => version === range)?.version;
  const version = flow.versions.find((one) => one.version === number);
  if (version !== undefined) return version;
  const released = releasedVersions(flow);
  const inside = flow.versions
    .filter((one) => inRange(one.version, range))
    .map((one) => one.version)
    .sort(compareVersions);
  const drafts = inside.filter((one) => !released.has(one)).join(', ');
  throw new UsageError(
    drafts === ''
      ? `No live version of ${flow.id} is in ${range}.`
      : `No live version of ${flow.id} is in ${range}; ${drafts} is a draft.`,
    `treaty validate ${flow.id}@${inside.at(-1) ?? flow.versions.at(-1)?.version} order.json`,
  );
}

async function textOf(file: string, io: Io): Promise<string | undefined> {
  const bytes = file === '-' ? await io.stdin() : bytesOf(file, io);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function bytesOf(file: string, io: Io): Uint8Array {
  try {
    return readFileSync(resolve(io.cwd, file));
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}.`);
  }
}

function noText(file: string): Finding {
  const location = { file, line: 1, column: 1, pointer: '' };
  return finding(validationRules.malformed, { message: 'The file is not UTF-8 text.', location });
}
