import { canonical } from '@treaty/json';
import {
  attributeOf,
  type ChangeClass,
  type Flow,
  ownershipOf,
  type Registry,
  SCHEMAS,
} from '@treaty/registry';
import { type Reason, versionReasons, wordReasons } from './change-reasons.ts';
import { RANK } from './judge.ts';
import { touchedAttributes } from './touched.ts';

/** What a pull request does to one flow, and whom that concerns. */
export interface FlowChange {
  /** `order/placed`, `shared/money` */
  readonly flow: string;
  /** The file whose owners are the stewards: the agreement, or of a shared definition the lock. */
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
  /** Changed files, relative to the registry's root; where none changed, nothing is looked at. */
  readonly paths: readonly string[];
  /** UTC date, `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * Every flow and every shared definition in whose folder something changed since the merge base, with the
 * class that its approval takes.
 */
export async function flowChanges(input: ChangeInput): Promise<readonly FlowChange[]> {
  const { mergeBase, head } = input;
  const changes: FlowChange[] = [];
  for (const id of changedIds(input.paths)) {
    const isShared = mergeBase.shared.has(id) || head.shared.has(id);
    const judged = isShared ? sharedChange : flowChange;
    const change = await judged(id, input, false);
    if (change === undefined) continue;
    const withRelease = await judged(id, input, true);
    const same = withRelease === undefined || withRelease.why === change.why;
    changes.push(same ? change : { ...change, withRelease });
  }
  return changes;
}

/** `order/placed` of every folder in which files changed, sorted. */
function changedIds(paths: readonly string[]): readonly string[] {
  const ids = paths.flatMap((path) => {
    const [schemas, entity, name, leaf] = path.split('/');
    return schemas === SCHEMAS && leaf !== undefined ? [`${entity}/${name}`] : [];
  });
  return [...new Set(ids)].sort();
}

/** Of a shared definition nobody but its stewards decides: nothing is sent under it until a flow takes it. */
async function sharedChange(
  id: string,
  input: ChangeInput,
  released: boolean,
): Promise<FlowChange | undefined> {
  const [before, head, base] = [input.mergeBase, input.head, input.base].map(({ shared }) =>
    shared.get(id),
  );
  const folder = `${SCHEMAS}/${id}`;
  const reasons = [
    ...(head === undefined ? [REMOVED] : await versionReasons(before, head, base, input, released)),
    ...wordReasons(`${folder}/`, input.paths),
  ].sort((a, b) => RANK[b.class] - RANK[a.class]);
  const gravest = reasons[0];
  if (gravest === undefined) return undefined;
  return {
    flow: id,
    contract: `${folder}/contract.lock`,
    class: gravest.class,
    why: reasons.map(({ text }) => text).join('; '),
    producers: [],
    consumers: [],
    records: [],
  };
}

const REMOVED: Reason = { class: 'major', text: 'the shared definition is removed' };

/** `released`: as if every draft that is changed were released with it. */
async function flowChange(
  id: string,
  input: ChangeInput,
  released: boolean,
): Promise<FlowChange | undefined> {
  const before = input.mergeBase.flows.get(id);
  const head = input.head.flows.get(id);
  const base = input.base.flows.get(id);
  if (before === undefined && head === undefined) return undefined;
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
