import {
  type Comparison,
  compare,
  type Direction,
  type Question,
  releasedFindings,
} from '@treaty/compatibility';
import { type Finding, finding, type Rule } from '@treaty/findings';
import {
  declaredClass,
  type Flow,
  newestLive,
  type Registry,
  type SharedDefinition,
  type Version,
  versionIn,
  withShared,
} from '@treaty/registry';
import { compileSchema } from '@treaty/validation';
import {
  type CheckInput,
  type RegistryCheck,
  sharedUnderCheck,
  type UnderCheck,
} from '../../context.ts';

const sharedRules: Readonly<Record<'breaks', Rule>> = {
  breaks: {
    id: 'shared/breaks-flow',
    severity: 'info',
    summary: 'A draft of a shared definition would break a flow that takes it.',
    why: 'A definition is shared so that it means the same everywhere. Before it is released, its stewards should know which flows can follow in a minor, and which need a major.',
    fix: 'Nothing needs to be done here: the flow keeps the version that it names. It takes the new one in a major of its own, or the definition changes less.',
  },
};

/**
 * Shared definitions are schemas that compile, their releases stay, and a draft of a major tells which flows
 * it would break. (That drafts agree with what is live in their major is judged with those of flows.)
 */
export const sharedDefinitionsHold: RegistryCheck = {
  rules: Object.values(sharedRules),
  findings: async (input) => {
    const findings: Finding[] = [];
    for (const definition of input.head.shared.values()) {
      const one = sharedUnderCheck(definition, input);
      const { flow, base, mergeBase, question } = one;
      for (const version of one.current)
        findings.push(...compileSchema(version.schema, question).findings);
      const { broken } = input.head;
      findings.push(...(await releasedFindings({ flow, base, mergeBase, broken, question })));
      const majors = one.drafts.filter(({ version }) => declaredClass(version) === 'major');
      for (const draft of majors) findings.push(...(await brokenFlows(draft, one, input)));
    }
    return findings;
  },
};

/** The newest versions of each flow that use another version of the definition, as they would be with the draft. */
async function brokenFlows(
  draft: Version,
  { flow: definition, question }: UnderCheck<SharedDefinition>,
  { head, today }: CheckInput,
): Promise<readonly Finding[]> {
  const next = `${definition.id}@${draft.version}`;
  const takes = ({ uses }: Version): boolean =>
    uses.some((one) => one.startsWith(`${definition.id}@`) && one !== next);
  const findings: Finding[] = [];
  for (const flow of head.flows.values()) {
    const live = versionIn(flow, newestLive(flow, today));
    const version = [live, flow.versions.at(-1)].find((one) => one !== undefined && takes(one));
    const broken = version && (await firstBreak(version, next, flow, head, question));
    if (version === undefined || broken === undefined) continue;
    const { verdict, direction } = broken;
    const why = verdict.verdict === 'undecided' ? `; it is undecided: ${verdict.reason}` : '';
    findings.push(
      finding(sharedRules.breaks, {
        message: `${flow.id} ${version.version} would break with ${next}${why}.`,
        location: draft.source.at(''),
        related: [{ message: 'it takes another version now', location: version.source.at('') }],
        direction,
        subject: flow.id,
        ...(verdict.verdict === 'not-contained' ? { witness: verdict.witness } : {}),
      }),
    );
  }
  return findings;
}

/** In the directions that the flow requires. */
async function firstBreak(
  version: Version,
  next: string,
  { agreement: { compatibility } }: Flow,
  registry: Registry,
  question: Question,
): Promise<Comparison | undefined> {
  const taken = withShared(registry, version, next);
  if (taken === undefined) return undefined;
  const { direction, writer } = compatibility;
  for (const one of DIRECTIONS) {
    if (direction !== 'full' && direction !== one) continue;
    const comparison = await compare(taken, version, one, { ...question, writer });
    if (comparison.verdict.verdict !== 'contained') return comparison;
  }
  return undefined;
}

const DIRECTIONS: readonly Direction[] = ['backward', 'forward'];
