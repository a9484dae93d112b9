import { resolve } from 'node:path';
import { type Finding, finding, plural, report } from '@treaty/findings';
import {
  compareVersions,
  type Flow,
  inRange,
  isRange,
  parseReference,
  releasedVersions,
  SCHEMAS,
  type Version,
  versionIn,
} from '@treaty/registry';
import { compileVersion, validatePayload, validationRules } from '@treaty/validation';
import { decode, readText } from '../files.ts';
import type { Io } from '../io.ts';
import type { Outcome } from '../outcome.ts';
import { incomplete, unreadable } from '../unreadable.ts';
import { UsageError } from '../usage-error.ts';
import { openWorkspace, shown } from '../workspace.ts';

/** `treaty validate order/placed@2 order.json`: what is wrong with payloads, at which line and column. */
export async function validate(name: string, files: readonly string[], io: Io): Promise<Outcome> {
  const reference = parseReference(name);
  const id = reference?.flow ?? name;
  const workspace = openWorkspace(io, (folder) => folder === `${SCHEMAS}/${id}`);
  const { registry, prefix } = workspace;
  const missing = unreadable(workspace, `${SCHEMAS}/${id}`);
  if (missing.length > 0) return incomplete('validate', `${id} cannot be used`, missing, prefix);
  const flow = reference?.commit === undefined ? registry.flows.get(id) : undefined;
  if (flow === undefined) {
    const known = [...registry.flows.keys()].join(', ') || 'none';
    throw new UsageError(
      `No flow is called ${JSON.stringify(name.replace(/@[^@]*$/, ''))}. There are: ${known}.`,
      'treaty validate order/placed order.json',
    );
  }
  const version = versionFor(flow, reference?.range, io.today);
  const { validator, findings } = compileVersion(version, registry.settings);
  const title = `${id} ${version.version}`;
  if (validator === undefined)
    return { report: report('validate', `${title} cannot be used`, findings), prefix };
  const found: Finding[] = [];
  for (const file of files) {
    const text = file === '-' ? decode(await io.stdin()) : readText(io, file);
    const shownName = file === '-' ? 'standard input' : shown(io, resolve(io.cwd, file));
    if (text !== undefined) found.push(...validatePayload(validator, text, shownName).findings);
    else found.push(noText(shownName));
  }
  return {
    report: report('validate', `${plural(files.length, 'payload')} against ${title}`, found, {
      flow: id,
      version: version.version,
    }),
    failOn: registry.settings.failOn,
  };
}

/** The newest live version in the range; a draft, or a version that is no longer live, by its full number. */
function versionFor(flow: Flow, range = '*', today: string): Version {
  if (!isRange(range))
    throw new UsageError(
      `${JSON.stringify(range)} is no range of versions.`,
      `treaty validate ${flow.id}@2 order.json`,
    );
  const version = versionIn(flow, range, today);
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

function noText(file: string): Finding {
  const location = { file, line: 1, column: 1, pointer: '' };
  return finding(validationRules.malformed, { message: 'The file is not UTF-8 text.', location });
}
