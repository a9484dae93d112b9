import type { PartyKind } from '@treaty/authoring';

/** What the options of each command come to: commander knows them only by their flags. */
export interface OutputOptions {
  readonly format?: 'text' | 'json' | 'github';
  readonly output?: string;
}

/** Of commands that judge by a day. */
export interface DayOptions {
  /** UTC date, `YYYY-MM-DD`. */
  readonly today: string;
}

export interface InitOptions extends OutputOptions, DayOptions {
  readonly name?: string;
  readonly package?: string;
  readonly owner?: readonly string[];
  readonly from?: readonly string[];
  readonly history?: boolean;
  readonly entity?: string;
  readonly producer?: string;
  readonly consumer?: readonly string[];
  readonly dryRun?: boolean;
}

export interface NewOptions extends OutputOptions {
  readonly kind?: PartyKind;
  readonly title?: string;
  readonly record?: string;
  readonly producer?: string;
  readonly consumer?: readonly string[];
  readonly from?: readonly string[];
  readonly dryRun?: boolean;
}

export interface CheckOptions extends OutputOptions, DayOptions {
  readonly against?: string;
  readonly calendar?: boolean;
}

export interface ValidateOptions extends OutputOptions, DayOptions {}

export interface GenerateOptions extends OutputOptions, DayOptions {
  readonly out: string;
  readonly check?: boolean;
}

export interface DocsOptions extends OutputOptions, DayOptions {
  readonly out: string;
  readonly check?: boolean;
}

export interface DoctorOptions extends OutputOptions, DayOptions {
  readonly out?: string;
}

export interface ReleaseOptions extends OutputOptions, DayOptions {}

export interface WhoOptions extends OutputOptions, DayOptions {
  readonly against: string;
}

export interface GateOptions extends OutputOptions {
  readonly snapshot: string;
}
