import { digest, type JsonValue, type Pointer, type Position } from '@treaty/json';
import { helpOf, type Rule, type Severity } from './rule.ts';

/** A place in a file of the registry; `file` is relative to its root, with forward slashes. */
export interface Location extends Position {
  readonly file: string;
  readonly pointer: Pointer;
}

export interface Related {
  readonly message: string;
  readonly location?: Location;
}

/** `backward`: payloads written before. `forward`: consumers that run now. */
export type FindingDirection = 'backward' | 'forward';

/** One fault, with all that a person needs to mend it. What merely follows from it is `related`. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** One sentence that a newcomer understands. */
  readonly message: string;
  readonly location: Location;
  readonly related: readonly Related[];
  readonly direction?: FindingDirection;
  /** Parties that this breaks. */
  readonly affects: readonly string[];
  /** A payload that proves it. */
  readonly witness?: JsonValue;
  /** The part of the witness that matters: text for people leaves out what does not lead there. */
  readonly witnessAt?: Pointer;
  /** What to do about this very finding, in one sentence. */
  readonly fix?: string;
  /** The command that explains the rule. */
  readonly help: string;
  /** The same fault at the same place has the same fingerprint on every run, whatever line it moved to. */
  readonly fingerprint: string;
}

export interface FindingDetails {
  readonly message: string;
  readonly location: Location;
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  readonly direction?: FindingDirection;
  readonly affects?: readonly string[];
  readonly witness?: JsonValue;
  readonly witnessAt?: Pointer;
  readonly fix?: string;
  /** Tells apart findings of one rule at one place; part of the fingerprint. */
  readonly subject?: string;
}

export function finding(rule: Rule, details: FindingDetails): Finding {
  const { subject, severity = rule.severity, related = [], affects = [], ...rest } = details;
  return {
    ...rest,
    rule: rule.id,
    severity,
    related,
    affects,
    help: helpOf(rule),
    fingerprint: fingerprintOf(rule, details.location, subject),
  };
}

function fingerprintOf(rule: Rule, location: Location, subject: string | undefined): string {
  const identity = [rule.id, location.file, location.pointer, subject ?? ''];
  return digest(identity).slice('sha256:'.length, 'sha256:'.length + 16);
}

/** By file, line, column, then rule: the order in which a person reads them. */
export function sorted(findings: Iterable<Finding>): readonly Finding[] {
  return [...findings].sort(
    (a, b) =>
      compare(a.location.file, b.location.file) ||
      a.location.line - b.location.line ||
      a.location.column - b.location.column ||
      compare(a.rule, b.rule) ||
      compare(a.message, b.message),
  );
}

/** By UTF-16 code units: the same order on every machine, whatever its language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
