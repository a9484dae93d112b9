import { type Finding, finding } from '@treaty/findings';
import { canonical } from '@treaty/json';
import {
  brokenLink,
  type Flow,
  type SourceDocument,
  type Version,
  versionDigest,
} from '@treaty/registry';
import { type Comparison, compare, type Question } from './compare.ts';
import { impactOf } from './consumers.ts';
import { find } from './judge.ts';
import { brokenFinding } from './judgement-findings.ts';
import { compatibilityRules } from './rules.ts';

/**
 * Whether what was released still is what was released: every version that the lock names is there and
 * has the digest that the lock gives; with a base, the lock only grew. An edited version is reported with
 * its verdict against the one in the base, so that the author sees what the edit would have broken.
 */
export async function releasedFindings(
  flow: Flow,
  base: Flow | undefined,
  broken: ReadonlySet<string>,
  question: Question,
): Promise<readonly Finding[]> {
  const findings: Finding[] = lockFindings(flow, base);
  if (findings.length > 0) return findings;
  for (const entry of base?.lock ?? flow.lock) {
    const version = find(flow, entry.version);
    if (version === undefined) {
      const folder = `${flow.folder}/${entry.version}`;
      // What could not be read has been reported where it stands.
      if (
        [...broken].some((file) => file.startsWith(`${folder}/`) && !file.endsWith('/schema.json'))
      )
        continue;
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
  const kept = (base?.lock ?? []).every(
    (entry, i) => canonical(asJson(entry)) === canonical(asJson(flow.lock[i] ?? null)),
  );
  const link = brokenLink(flow.lock);
  if (kept && link === undefined) return [];
  const document = flow.lockDocument ?? flow.document;
  const message = kept
    ? `Entry ${(link ?? 0) + 1} of the lock of ${flow.id} does not name the entry before it.`
    : `The lock of ${flow.id} no longer holds what the base's lock holds.`;
  const location = document.at(kept ? `/${link}/previous` : '');
  return [finding(compatibilityRules.lockEdited, { message, location })];
}

function removed(flow: Flow, version: string): Finding {
  const index = flow.lock.findIndex((entry) => entry.version === version);
  return finding(compatibilityRules.releasedRemoved, {
    message: `${flow.id} ${version} is released, but its folder is gone.`,
    location: (flow.lockDocument ?? flow.document).at(`/${index}`),
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
  if (released === undefined) {
    return finding(compatibilityRules.releasedChanged, {
      message,
      location: version.schema.at(''),
    });
  }
  const broken = await firstBreak(flow, version, released, question);
  if (broken === undefined) {
    const document = editedDocument(version, released) ?? version.schema;
    return finding(compatibilityRules.releasedChanged, { message, location: document.at('') });
  }
  const { direction, witness } = broken;
  return finding(compatibilityRules.releasedChanged, {
    message: `${message} The edit breaks it: ${broken.message}`,
    location: broken.location,
    affects: broken.affects,
    related: broken.related,
    ...(direction === undefined ? {} : { direction }),
    ...(witness === undefined ? {} : { witness }),
  });
}

async function firstBreak(
  flow: Flow,
  version: Version,
  released: Version,
  question: Question,
): Promise<Finding | undefined> {
  for (const direction of ['backward', 'forward'] as const) {
    const comparison: Comparison = await compare(version, released, direction, question);
    if (comparison.verdict.verdict === 'contained') continue;
    const impact = await impactOf(comparison, version, flow, question);
    return brokenFinding({
      flow,
      draft: version,
      comparison,
      impact,
      named: ['as edited', 'as released'],
    });
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
