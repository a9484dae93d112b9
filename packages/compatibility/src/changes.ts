import { canonical } from '@treaty/json';
import {
  attributeOf,
  type ChangeClass,
  type Flow,
  ownershipOf,
  type Registry,
  releasedVersions,
  type Version,
  versionDigest,
} from '@treaty/registry';
import { find, judge, RANK } from './judge.ts';
import { touchedAttributes } from './touched.ts';

/** What a pull request does to one flow, and whom that concerns. */
export interface FlowChange {
  /** `order/placed` */
  readonly flow: string;
  /** The agreement whose owners are the stewards. */
  readonly contract: string;
  readonly class: ChangeClass;
  /** Why it is of this class: its reasons in one line, the gravest first. */
  readonly why: string;
  readonly producers: readonly string[];
  /** Of base and head: removing a consumer keeps its seat. */
  readonly consumers: readonly string[];
  /** Systems of record of the attributes touched, by the base's truth map. */
  readonly records: readonly string[];
  /** Where drafts are changed but not released: the same change as it will be judged with their release. */
  readonly withRelease?: Omit<FlowChange, 'withRelease'>;
}

/** The three states that a change is judged from. */
export interface ChangeInput {
  /** Head of the base branch: what is released and who decides. */
  readonly base: Registry;
  /** Where the change left the base branch. */
  readonly mergeBase: Registry;
  readonly head: Registry;
  /** Changed files, relative to the registry's root: what no document shows, a runbook for example. */
  readonly paths: readonly string[];
  /** UTC date, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Every flow that differs between merge base and head, with the class that its approval takes. */
export async function flowChanges(input: ChangeInput): Promise<readonly FlowChange[]> {
  const ids = new Set([...input.mergeBase.flows.keys(), ...input.head.flows.keys()]);
  const changes: FlowChange[] = [];
  for (const id of [...ids].sort()) {
    const change = await flowChange(id, input, false);
    if (change === undefined) continue;
    const withRelease = await flowChange(id, input, true);
    const same = withRelease === undefined || withRelease.why === change.why;
    changes.push(same ? change : { ...change, withRelease });
  }
  return changes;
}

interface Reason {
  readonly class: ChangeClass;
  readonly text: string;
  readonly from?: Version | undefined;
  readonly to?: Version | undefined;
}

/** `released`: as if every draft that is changed were released with it. */
async function flowChange(
  id: string,
  input: ChangeInput,
  released: boolean,
): Promise<FlowChange | undefined> {
  const before = input.mergeBase.flows.get(id);
  const head = input.head.flows.get(id);
  const base = input.base.flows.get(id);
  const reasons = [
    ...agreementReasons(before, head),
    ...wordReasons(`${(head ?? before)?.folder}/`, input.paths),
    ...(head === undefined ? [] : await versionReasons(before, head, base, input, released)),
  ].sort((a, b) => RANK[b.class] - RANK[a.class]);
  const gravest = reasons[0];
  if (gravest === undefined) return undefined;
  const flows = [base, head].filter((flow) => flow !== undefined);
  const distinct = (names: readonly string[]): readonly string[] => [...new Set(names)].sort();
  return {
    flow: id,
    contract: `${(head ?? before)?.folder}/contract.yaml`,
    class: gravest.class,
    why: reasons.map(({ text }) => text).join('; '),
    producers: distinct(flows.map(({ agreement }) => agreement.producer)),
    consumers: distinct(
      flows.flatMap(({ agreement }) => agreement.consumers.map(({ party }) => party)),
    ),
    records: distinct(
      flows.flatMap((flow) => reasons.flatMap((reason) => recordsOf(reason, flow, input))),
    ),
  };
}

/** Until the classes of agreement changes are told apart, an edit counts as the gravest that it could be. */
function agreementReasons(before: Flow | undefined, head: Flow | undefined): Reason[] {
  if (before === undefined) return [{ class: 'major', text: 'the flow is new' }];
  if (head === undefined) {
    return [{ class: 'major', text: 'the flow is removed', from: before.versions.at(-1) }];
  }
  const same = canonical(before.document.value) === canonical(head.document.value);
  return same ? [] : [{ class: 'major', text: 'the agreement changes' }];
}

/** Files that are judged as what they say; all others in the flow's folder are words. */
const DOCUMENTS =
  /\/(contract\.yaml|contract\.lock)$|\/\d+\.\d+\.\d+\/(schema\.json|semantics\.yaml|migration\.yaml|samples\/)/;

/** Words, and everything else that lies in the flow's folder. */
function wordReasons(folder: string, paths: readonly string[]): Reason[] {
  const inside = paths.filter((path) => path.startsWith(folder));
  const words = inside.filter((path) => !DOCUMENTS.test(path));
  return words.map((path) => ({ class: 'patch', text: `${path.slice(folder.length)} changes` }));
}

async function versionReasons(
  before: Flow | undefined,
  head: Flow,
  base: Flow | undefined,
  { base: registry, today }: ChangeInput,
  releaseDrafts: boolean,
): Promise<Reason[]> {
  const released = releasedVersions(base);
  const releasing = new Set(
    head.lock.map(({ version }) => version).filter((one) => !released.has(one)),
  );
  const names = new Set(
    [...(before?.versions ?? []), ...head.versions].map(({ version }) => version),
  );
  const reasons: Reason[] = [];
  for (const name of names) {
    const [from, to] = [before && find(before, name), find(head, name)];
    const edited = (from && versionDigest(from)) !== (to && versionDigest(to));
    if (edited && released.has(name)) {
      reasons.push({ class: 'major', text: `${name} is released and is changed`, from, to });
    } else if (to !== undefined && (releasing.has(name) || (edited && releaseDrafts))) {
      const guard = base ?? head;
      const judged = await judge(to, {
        guard,
        released,
        today,
        formats: registry.settings.formats,
      });
      reasons.push({
        class: judged.class,
        text: `${name} is released`,
        from: judged.predecessor,
        to,
      });
    } else if (edited) {
      reasons.push({
        class: 'patch',
        text: to === undefined ? `the draft ${name} is removed` : `${name} is a draft`,
        from,
        to,
      });
    }
  }
  return reasons;
}

function recordsOf(
  { class: change, from, to }: Reason,
  flow: Flow,
  { base, head }: ChangeInput,
): readonly string[] {
  const entity = base.entities.get(flow.entity) ?? head.entities.get(flow.entity);
  const version = to ?? from;
  if (entity === undefined || version === undefined) return [];
  const touched = touchedAttributes(from, to);
  // What a major breaks without touching one attribute (a `not`, a regrouped choice) may concern all.
  const concerned =
    touched.length === 0 && change === 'major' ? touchedAttributes(undefined, version) : touched;
  return concerned.flatMap(
    (pointer) => ownershipOf(entity, attributeOf(flow, version.version, pointer))?.records ?? [],
  );
}
