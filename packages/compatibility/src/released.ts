import { type Finding, finding, type Location } from '@treaty/findings';
import { canonical, type Pointer } from '@treaty/json';
import {
  brokenLink,
  type Flow,
  type SourceDocument,
  startOf,
  type Version,
  versionDigest,
} from '@treaty/registry';
import { describing, inWords, placeOfRejection } from './broken-finding.ts';
import { type Comparison, compare, type Question } from './compare.ts';
import { type Impact, impactOf } from './consumers.ts';
import { find } from './judge.ts';
import { compatibilityRules } from './rules.ts';

/**
 * Whether what was released still is what was released: every version that the lock names is there and
 * has the digest that the lock gives; with a base, the lock only grew. An edited version is reported with
 * its verdict against the one in the base, so that the author sees what the edit would have broken. What
 * is `broken`, missing or unreadable, has been reported where it stands.
 */
export async function releasedFindings(
  flow: Flow,
  base: Flow | undefined,
  broken: ReadonlySet<string>,
  question: Question,
): Promise<readonly Finding[]> {
  if (broken.has(`${flow.folder}/contract.lock`)) return [];
  const findings: Finding[] = lockFindings(flow, base);
  if (findings.length > 0) return findings;
  for (const entry of base?.lock ?? flow.lock) {
    const folder = `${flow.folder}/${entry.version}/`;
    if ([...broken].some((file) => file.startsWith(folder))) continue;
    const version = find(flow, entry.version);
    if (version === undefined) {
      findings.push(removed(flow, entry.version));
    } else if (versionDigest(version) !== entry.digest) {
      const released = base && find(base, entry.version);
      const intact = released !== undefined && versionDigest(released) === entry.digest;
      findings.push(await changed(flow, version, intact ? released : undefined, question));
    }
  }
  return findings;
}

function lockFindings(flow: Flow, base: Flow | undefined): Finding[] {
  const at = (pointer: Pointer): Location => placeInLock(flow, pointer);
  const lost = (base?.lock ?? []).findIndex(
    (entry, i) => canonical(asJson(entry)) !== canonical(asJson(flow.lock[i] ?? null)),
  );
  if (lost >= 0) {
    const message = `The lock of ${flow.id} no longer holds entry ${lost + 1} of the base's lock.`;
    return [finding(compatibilityRules.lockEdited, { message, location: at(`/${lost}`) })];
  }
  const link = brokenLink(flow.lock);
  if (link === undefined) return [];
  const message =
    link === 0
      ? `The first entry of the lock of ${flow.id} names one before it, which is gone.`
      : `Entry ${link + 1} of the lock of ${flow.id} does not name the entry before it.`;
  return [finding(compatibilityRules.lockEdited, { message, location: at(`/${link}/previous`) })];
}

/** A place in contract.lock, also where the file is gone. */
function placeInLock(flow: Flow, pointer: Pointer): Location {
  return flow.lockDocument?.at(pointer) ?? startOf(`${flow.folder}/contract.lock`);
}

function removed(flow: Flow, version: string): Finding {
  const index = flow.lock.findIndex((entry) => entry.version === version);
  return finding(compatibilityRules.releasedRemoved, {
    message: `${flow.id} ${version} is released, but its folder is gone.`,
    location: placeInLock(flow, `/${index}`),
    subject: version,
  });
}

async function changed(
  flow: Flow,
  version: Version,
  released: Version | undefined,
  question: Question,
): Promise<Finding> {
  const message = `${flow.id} ${version.version} is released and may not change.`;
  const fix = `Restore it, and make the change in the next version: \`treaty new ${flow.id}@minor\`.`;
  const document = (released && editedDocument(version, released)) ?? version.schema;
  const broken = released && (await firstBreak(flow, version, released, question));
  if (broken === undefined) {
    return finding(compatibilityRules.releasedChanged, { message, location: document.at(''), fix });
  }
  const { direction, verdict, impact } = broken;
  const common = { fix, direction, affects: impact.breaks };
  if (verdict.verdict !== 'not-contained') {
    return finding(compatibilityRules.releasedChanged, {
      message,
      location: document.at(''),
      ...common,
    });
  }
  const { rejection, witness } = verdict;
  const reads = direction === 'backward';
  const verb = reads ? 'rejects a payload that was allowed' : 'allows a payload that was rejected';
  return finding(compatibilityRules.releasedChanged, {
    message: `${message} Edited, it ${verb}. ${inWords(rejection)}`,
    location: version.schema.at(
      reads
        ? placeOfRejection(version, rejection)
        : describing(version, rejection.instance, witness),
    ),
    witness,
    witnessAt: rejection.instance,
    ...common,
  });
}

interface Break extends Comparison {
  readonly impact: Impact;
}

async function firstBreak(
  flow: Flow,
  version: Version,
  released: Version,
  question: Question,
): Promise<Break | undefined> {
  for (const direction of ['backward', 'forward'] as const) {
    const comparison = await compare(version, released, direction, question);
    if (comparison.verdict.verdict === 'contained') continue;
    return { ...comparison, impact: await impactOf(comparison, version, flow, question) };
  }
  return undefined;
}

/** The first document of the version that is not what was released. */
function editedDocument(version: Version, released: Version): SourceDocument | undefined {
  const documents = (one: Version): SourceDocument[] =>
    [
      one.schema,
      one.semantics,
      one.migration,
      ...one.samples.map(({ document }) => document),
    ].filter((document) => document !== undefined);
  const before = new Map(documents(released).map(({ file, value }) => [file, canonical(value)]));
  return documents(version).find(({ file, value }) => before.get(file) !== canonical(value));
}

function asJson(value: unknown): Version['schema']['value'] {
  return value as Version['schema']['value'];
}
