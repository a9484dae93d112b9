import type { Codeowners } from '@treaty/codeowners';
import type { Question } from '@treaty/compatibility';
import type { Finding, Rule, Severity } from '@treaty/findings';
import {
  type Entity,
  type Flow,
  type Registry,
  releasedVersions,
  SCHEMAS,
  type Scope,
  type SharedDefinition,
  type State,
  stateOn,
  type Version,
  type Versioned,
} from '@treaty/registry';

/** CODEOWNERS of the repository around a registry. */
export interface OwnersFile {
  /** Path of the file in force, from the root of the repository; undefined where there is none. */
  readonly file: string | undefined;
  readonly codeowners: Codeowners;
  /** The registry's folder inside the repository: `''`, or ending in a slash. */
  readonly prefix: string;
}

/** What the checks look at: the registry as it is proposed and, against a base, as it stands. */
export interface CheckInput {
  readonly head: Registry;
  /** Absent where nothing is compared: the registry's own lock then says what is released. */
  readonly against?: {
    /** Head of the base branch: policy, locks and agreements that guard the change. */
    readonly base: Registry;
    /** Where the change left the base branch: what changed since is looked at. */
    readonly mergeBase: Registry;
    /** UTC date of the merge base: nothing that the change adds was released before it. */
    readonly since: string;
    /** Whether the change can concern a flow, by its folder; by default it may concern every one. */
    readonly scope?: Scope;
  };
  /** As proposed. Absent where there is no repository: of owners nothing is said then. */
  readonly owners?: OwnersFile;
  /** UTC date, `YYYY-MM-DD`. */
  readonly today: string;
  /** A scheduled run: what comes with the calendar alone fails it. Default: false. */
  readonly calendar?: boolean;
}

/** Of findings that come with the calendar alone: no change has brought them, so no change is stopped. */
export function severityOfCalendar({ calendar }: Pick<CheckInput, 'calendar'>): Severity {
  return calendar === true ? 'error' : 'warning';
}

/**
 * The flows that a check of the whole registry looks at: all, or those that the change can concern, and if it
 * takes a flow away again all, since each may have relied on it.
 */
export function flowsInScope({ head, against }: CheckInput): readonly Flow[] {
  const { scope } = against ?? {};
  if (against === undefined || scope === undefined) return [...head.flows.values()];
  const inScope = (id: string): boolean => scope(`${SCHEMAS}/${id}`);
  const isGone = ({ id }: Flow): boolean => !head.flows.has(id);
  return head.flows.select(
    against.mergeBase.flows.select(inScope).some(isGone) ? () => true : inScope,
  );
}

/** What has versions, under check, with what guards it: a flow, mostly. */
export interface UnderCheck<T extends Versioned> {
  readonly flow: T;
  /** The same in the base; undefined for a new one, or without a base. */
  readonly base: T | undefined;
  /** The same where the change left the base; undefined for a new one, or without a base. */
  readonly mergeBase: T | undefined;
  /** Whose agreement and versions it is held against: the base's, or its own. */
  readonly guard: T;
  /** Versions that are released: by the base's lock, or without a base by its own. */
  readonly released: ReadonlySet<string>;
  readonly question: Question;
  /** Versions whose life is not over. */
  readonly current: readonly Version[];
  /** Versions that are sent, or will be once they are released: the live ones and the drafts. */
  readonly sent: readonly Version[];
  readonly drafts: readonly Version[];
}

export type FlowUnderCheck = UnderCheck<Flow>;

type Found = readonly Finding[] | Promise<readonly Finding[]>;

/**
 * One thing that is checked of the whole registry. Pure: the same input, the same findings. Of flows that
 * did not change it looks at agreements and locks only, so that a change of one flow is judged quickly.
 */
export interface RegistryCheck {
  /** The rules that it alone reports; those of the packages below stand in their tables. */
  readonly rules: readonly Rule[];
  readonly findings: (input: CheckInput) => Found;
}

/** One thing that is checked of every flow and of every shared definition. */
export interface VersionedCheck {
  readonly rules: readonly Rule[];
  readonly findings: (one: UnderCheck<Versioned>, input: CheckInput) => Found;
}

/** One thing that is checked of every flow. */
export interface FlowCheck {
  readonly rules: readonly Rule[];
  readonly findings: (one: FlowUnderCheck, input: CheckInput) => Found;
}

/** An entity under check: what its flows say together. */
export interface EntityUnderCheck {
  readonly entity: Entity;
  /** All flows of the entity, those that did not change among them. */
  readonly flows: readonly FlowUnderCheck[];
  /** Ids of the flows that this run looks at. */
  readonly changed: ReadonlySet<string>;
  /** Everything below the entity's folder could be read: what is nowhere is really nowhere. */
  readonly complete: boolean;
}

/** One thing that is checked of every entity that is touched. */
export interface EntityCheck {
  readonly rules: readonly Rule[];
  readonly findings: (one: EntityUnderCheck, input: CheckInput) => Found;
}

export function underCheck(flow: Flow, input: CheckInput): FlowUnderCheck {
  return withGuard(flow, input, ({ flows }) => flows.get(flow.id));
}

export function sharedUnderCheck(
  definition: SharedDefinition,
  input: CheckInput,
): UnderCheck<SharedDefinition> {
  return withGuard(definition, input, ({ shared }) => shared.get(definition.id));
}

function withGuard<T extends Versioned>(
  flow: T,
  { head, against, today }: CheckInput,
  find: (registry: Registry) => T | undefined,
): UnderCheck<T> {
  const base = against && find(against.base);
  const guard = base ?? flow;
  const released = releasedVersions(against === undefined ? flow : base);
  const inState = (...states: readonly State[]): readonly Version[] =>
    flow.versions.filter(({ version }) =>
      states.includes(stateOn(guard, version, released, today)),
    );
  return {
    flow,
    base,
    mergeBase: against && find(against.mergeBase),
    guard,
    released,
    question: {
      writer: guard.agreement.compatibility.writer,
      formats: (against?.base ?? head).settings.formats,
    },
    current: inState('draft', 'active', 'deprecated', 'draining'),
    sent: inState('draft', 'active', 'deprecated'),
    drafts: inState('draft'),
  };
}
