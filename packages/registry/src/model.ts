import type { Pointer } from '@treaty/json';
import type { SourceDocument } from './document.ts';
import type {
  BaselineDocument,
  ContractDocument,
  DeliverySection,
  EntityDocument,
  IncidentSection,
  LockDocument,
  PartyDocument,
  SemanticsDocument,
  TreatyDocument,
} from './documents/types.ts';
import type { FlowMap } from './flow-map.ts';

/** A registry as it stands in a folder or a commit: typed, immutable, every part with its place. */
export interface Registry {
  /** Where it was read from, for people. */
  readonly label: string;
  /** Every file below its folder, from which documents were read or not. */
  readonly files: readonly string[];
  readonly settings: Settings;
  readonly parties: ReadonlyMap<string, Party>;
  readonly entities: ReadonlyMap<string, Entity>;
  /** By id, `order/placed`, in the order of the ids. */
  readonly flows: FlowMap;
  /** Shared definitions by id, `shared/money`, in the order of the ids. */
  readonly shared: ReadonlyMap<string, SharedDefinition>;
  readonly baseline: BaselineDocument | undefined;
  readonly baselineDocument: SourceDocument | undefined;
  /** Files that are missing or unusable: what refers to them has been reported there, once. */
  readonly broken: ReadonlySet<string>;
}

/** treaty.yaml, its defaults filled in. */
export interface Settings
  extends Filled<TreatyDocument, 'branch' | 'formats' | 'failOn' | 'require'> {
  readonly document: SourceDocument | undefined;
  readonly approvals: ApprovalPolicy;
  readonly quorum: Readonly<Partial<Record<SeatName, number>>>;
  readonly severity: Readonly<Record<string, 'error' | 'warning' | 'info' | 'off'>>;
  /** Rule → why it has that severity here, of those that say so. */
  readonly reasons: Readonly<Record<string, string>>;
}

export type ChangeClass = 'patch' | 'minor' | 'major';
export type SeatName = 'steward' | 'producer' | 'records' | 'consumers';
export type ApprovalPolicy = Readonly<Record<ChangeClass, readonly SeatName[]>>;

export interface Party extends PartyDocument {
  readonly name: string;
  readonly document: SourceDocument;
}

export interface Entity {
  readonly name: string;
  readonly document: SourceDocument;
  readonly title: string;
  /** Attribute → system of record; the longest pointer wins. */
  readonly truth: NonNullable<EntityDocument['truth']>;
  readonly byHand: NonNullable<EntityDocument['byHand']>;
}

/** What has versions that are released: a flow, or a shared definition. */
export interface Versioned {
  /** `order/placed`, `shared/money` */
  readonly id: string;
  /** `schemas/order/placed` */
  readonly folder: string;
  /** Ascending. */
  readonly versions: readonly Version[];
  /** In the order of the releases. */
  readonly lock: readonly LockEntry[];
  readonly lockDocument: SourceDocument | undefined;
  readonly agreement: Pick<Agreement, 'title' | 'consumers' | 'compatibility' | 'delivery'>;
}

export interface Flow extends Versioned {
  readonly entity: string;
  readonly name: string;
  readonly document: SourceDocument;
  readonly agreement: Agreement;
}

/** A schema that the versions of flows refer to. Nobody sends it, so it has no agreement of its own. */
export interface SharedDefinition extends Versioned {
  readonly name: string;
}

/** contract.yaml with the registry's defaults merged in. */
export interface Agreement
  extends Omit<
    ContractDocument,
    'compatibility' | 'delivery' | 'incident' | 'consumers' | 'copies'
  > {
  readonly consumers: readonly Consumer[];
  readonly copies: readonly Pointer[];
  readonly compatibility: Compatibility;
  readonly delivery?: Present<DeliverySection>;
  readonly incident?: Present<IncidentSection>;
}

export interface Consumer {
  readonly party: string;
  readonly reads: readonly Read[];
}

/** What a consumer reads of the versions in a range. */
export interface Read {
  readonly range: string;
  readonly attributes: 'all' | readonly Pointer[];
}

export interface Compatibility {
  readonly direction: 'backward' | 'forward' | 'full';
  readonly writer: 'closed' | 'open';
  readonly window: { readonly majors: number; readonly notice: string };
  /** Range → last day of sending. */
  readonly sunset: Readonly<Record<string, string>>;
}

export interface Version {
  readonly version: string;
  /** `schemas/order/placed/2.0.0` */
  readonly folder: string;
  /** Self-contained: what it refers to under `schemas/shared` is in it, each part with its own place. */
  readonly schema: SourceDocument;
  /** schema.json as it is written. */
  readonly source: SourceDocument;
  /** The shared definitions in it: `shared/money@1.0.0`. */
  readonly uses: readonly string[];
  readonly semantics: SourceDocument | undefined;
  readonly meaning: SemanticsDocument | undefined;
  readonly migration: SourceDocument | undefined;
  readonly samples: readonly Sample[];
}

export interface Sample {
  readonly kind: 'valid' | 'invalid';
  readonly name: string;
  /** Of an invalid sample: the keyword or invariant that its name says it fails on. */
  readonly failure: string | undefined;
  readonly document: SourceDocument;
}

export type LockEntry = LockDocument[number];

/** A section after merging: `null`, which unsets a default, is gone. */
export type Present<T> = T extends readonly (infer I)[]
  ? readonly Present<I>[]
  : T extends object
    ? { readonly [K in keyof T]: Present<Exclude<T[K], null>> }
    : Exclude<T, null>;

type Filled<T, K extends keyof T> = Omit<T, K | 'approvals' | 'quorum' | 'severity'> &
  Required<Pick<T, K>>;
