import { type Finding, finding, type Location } from '@treaty/findings';
import { canonical, type Pointer } from '@treaty/json';
import {
  brokenLink,
  entryDigest,
  type SourceDocument,
  startOf,
  type Version,
  type Versioned,
  versionDigest,
} from '@treaty/registry';
import { describing, inWords, placeInWitness, placeOfRejection } from './broken-finding.ts';
import { type Comparison, compare, type Question } from './compare.ts';
import { type Impact, impactOf } from './consumers.ts';
import { find } from './judge.ts';
import { compatibilityRules } from './rules.ts';

/** A flow and what it is held against; without a base, only against its own lock. */
export interface Held {
  readonly flow: Versioned;
  /** In the head of the base branch. */
  readonly base: Versioned | undefined;
  /** Where the change left the base branch. */
  readonly mergeBase: Versioned | undefined;
  /** Files that are missing or unreadable: reported where they stand. */
  readonly broken: ReadonlySet<string>;
  readonly question: Question;
}

/**
 * Whether what was released still is what was released: every version that the lock names is there and
 * has the digest that the lock gives; with a base, the lock only grew since the merge base. An edited
 * version is reported with its verdict against the one in the base, so that the author sees what the edit
 * would have broken. What the base released meanwhile is not missed here.
 */
export async function releasedFindings(held: Held): Promise<readonly Finding[]> {
  const { flow, base, mergeBase, broken, question } = held;
  if (broken.has(`${flow.folder}/contract.lock`)) return [];
  const findings: Finding[] = lockFindings(flow, mergeBase);
  if (findings.length > 0) return findings;
  const known = new Set(flow.lock.map(({ version }) => version));
  const meanwhile = (base?.lock ?? []).filter(({ version }) => !known.has(version));
  for (const entry of [...flow.lock, ...meanwhile]) {
    const folder = `${flow.folder}/${entry.version}/`;
    if ([...broken].some((file) => file.startsWith(folder))) continue;
    const version = find(flow, entry.version);
    if (version === undefined) {
      if (known.has(entry.version)) findings.push(removed(flow, entry.version));
    } else if (versionDigest(version) !== entry.digest) {
      const released = base && find(base, entry.version);
      const intact = released !== undefined && versionDigest(released) === entry.digest;
      findings.push(await changed(flow, version, intact ? released : undefined, question));
    }
  }
  return findings;
}

function lockFindings(flow: Versioned, mergeBase: Versioned | undefined): Finding[] {
  const at = (pointer: Pointer): Location => placeInLock(flow, pointer);
  const lost = (mergeBase?.lock ?? []).findIndex((entry, i) => {
    const kept = flow.lock[i];
    return kept === undefined || entryDigest(kept) !== entryDigest(entry);
  });
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
function placeInLock(flow: Versioned, pointer: Pointer): Location {
  return flow.lockDocument?.at(pointer) ?? startOf(`${flow.folder}/contract.lock`);
}

function removed(flow: Versioned, version: string): Finding {
  const index = flow.lock.findIndex((entry) => entry.version === version);
  return finding(compatibilityRules.releasedRemoved, {
    message: `${flow.id} ${version} is released, but its folder is gone.`,
    location: placeInLock(flow, `/${index}`),
    subject: version,
  });
}

async function changed(
  flow: Versioned,
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
    location: reads
      ? placeOfRejection(version, rejection)
      : version.schema.at(describing(version, placeInWitness(rejection), witness)),
    witness,
    witnessAt: placeInWitness(rejection),
    ...common,
  });
}

interface Break extends Comparison {
  readonly impact: Impact;
}

async function firstBreak(
  flow: Versioned,
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
