import type { Direction, Judgement } from '@treaty/compatibility';
import type { Finding } from '@treaty/findings';
import { type ChangeClass, type Flow, isEntityName, SCHEMAS, type Waiver } from '@treaty/registry';
import { entityUnderCheck } from './changed-flows.ts';
import { type CheckInput, sharedUnderCheck, type UnderCheck, underCheck } from './context.ts';
import { draftJudgements } from './rules/versions/draft-compatibility.ts';
import { ruleIds } from './rules.ts';
import { isIncomplete, severityFindings, withSeverities } from './severities.ts';
import { ENTITY_CHECKS, FLOW_CHECKS, REGISTRY_CHECKS, VERSIONED_CHECKS } from './table.ts';
import { type Waiving, waiverFindings, withoutWaived } from './waivers.ts';

/** What one part of a run found. Plain data: it can be sent to another thread, and kept. */
export interface Part {
  /** With the severities of the settings, and without what is waived. */
  readonly faults: readonly Finding[];
  readonly ofWaivers: readonly Finding[];
  readonly drafts: readonly DraftReport[];
  readonly waivers: readonly WaiverReport[];
  readonly looked: Looked;
}

/** How much was looked at: a check that looked at nothing is no check. */
export interface Looked {
  readonly flows: number;
  readonly versions: number;
  readonly samples: number;
}

/** A draft as it was judged: its class, and with what it was held together. */
export interface DraftReport {
  /** `order/placed` */
  readonly flow: string;
  readonly version: string;
  /** Computed. */
  readonly class: ChangeClass;
  /** What its number says. */
  readonly declared: ChangeClass;
  readonly predecessor: string | null;
  readonly comparisons: readonly {
    readonly direction: Direction;
    readonly with: string;
    readonly verdict: 'contained' | 'not-contained' | 'undecided';
  }[];
}

/** A waiver of a draft, and the fingerprints of what it silences. */
export interface WaiverReport extends Waiver {
  readonly flow: string;
  readonly silences: readonly string[];
}

/** What stands above the flows: settings, parties, truth maps, owners, shared definitions. */
export async function checkRegistry(read: readonly Finding[], input: CheckInput): Promise<Part> {
  const findings: Finding[] = [...read, ...severityFindings(input, ruleIds())];
  for (const check of REGISTRY_CHECKS) findings.push(...(await check.findings(input)));
  const drafts: DraftReport[] = [];
  for (const definition of input.head.shared.values()) {
    const one = sharedUnderCheck(definition, input);
    for (const check of VERSIONED_CHECKS) findings.push(...(await check.findings(one, input)));
    const judged = await draftJudgements(one, input);
    drafts.push(...judged.drafts.map((judgement) => draftReport(definition.id, judgement)));
    findings.push(...judged.findings);
  }
  const faults = withSeverities(findings, input);
  return {
    faults,
    ofWaivers: [],
    drafts,
    waivers: [],
    looked: { flows: 0, versions: 0, samples: 0 },
  };
}

/**
 * One entity and those of its flows that are to be looked at, by themselves: what they found depends on the
 * entity's folder and on what stands above the flows, and else on those flows only that they name.
 */
export async function checkEntity(
  name: string,
  flows: readonly Flow[],
  read: readonly Finding[],
  input: CheckInput,
): Promise<Part> {
  const findings: Finding[] = [...read];
  const entity = entityUnderCheck(name, flows, input);
  if (entity !== undefined) {
    for (const check of ENTITY_CHECKS) findings.push(...(await check.findings(entity, input)));
  }
  const drafts: DraftReport[] = [];
  const underChecks = flows.map((flow) => underCheck(flow, input));
  for (const one of underChecks) {
    for (const check of FLOW_CHECKS) findings.push(...(await check.findings(one, input)));
    for (const check of VERSIONED_CHECKS) findings.push(...(await check.findings(one, input)));
    const judged = await draftJudgements(one, input);
    drafts.push(...judged.drafts.map((judgement) => draftReport(one.flow.id, judgement)));
    findings.push(...judged.findings);
  }
  // Before consequences are left out: what follows from a waived fault is a fault of its own.
  const { remaining, waivings } = withoutWaived(withSeverities(findings, input), underChecks);
  // What could not be read may be what a waiver is about.
  const judgesAll = !remaining.some(isIncomplete);
  return {
    faults: remaining,
    ofWaivers: waiverFindings(waivings, input, judgesAll),
    drafts,
    waivers: waivings.map(waiverReport),
    looked: lookedAt(underChecks),
  };
}

/** Whether a document belongs to the flows of an entity (of this one), rather than to what stands above them. */
export function isOfFlows(file: string, entity?: string): boolean {
  const [schemas, folder = '', flow, leaf] = file.split('/');
  if (schemas !== SCHEMAS || leaf === undefined || flow === undefined) return false;
  return entity === undefined ? isEntityName(folder) : folder === entity;
}

function lookedAt(flows: readonly UnderCheck<Flow>[]): Looked {
  const versions = flows.flatMap(({ flow }) => flow.versions);
  const samples = versions.reduce((sum, version) => sum + version.samples.length, 0);
  return { flows: flows.length, versions: versions.length, samples };
}

function draftReport(flow: string, judgement: Judgement): DraftReport {
  const { draft, class: computed, declared, predecessor, comparisons } = judgement;
  return {
    flow,
    version: draft.version,
    class: computed,
    declared,
    predecessor: predecessor?.version ?? null,
    comparisons: comparisons.map(({ direction, other, verdict }) => ({
      direction,
      with: other.version,
      verdict: verdict.verdict,
    })),
  };
}

function waiverReport({ flow, waiver, silences }: Waiving): WaiverReport {
  return { flow: flow.id, ...waiver, silences: silences.map(({ fingerprint }) => fingerprint) };
}
