// biome-ignore-all format: generated from documents/*.schema.json by scripts/document-types.js

/**
 * A rule, as area/name. treaty explain lists them.
 */
export type RuleId = string
/**
 * A party: the name of its file in schemas/parties, without .yaml.
 */
export type PartyName = string
/**
 * A JSON Pointer (RFC 6901): "" is the root, /a/b a property, * any array index or key (a key named * is ~2).
 */
export type Pointer = string
/**
 * A whole number of seconds, minutes, hours or days: 30s, 15m, 24h, 30d; null unsets a default of treaty.yaml.
 */
export type DurationOrNull = (string | null)
/**
 * A day in UTC, as YYYY-MM-DD.
 */
export type Day = string
/**
 * A flow, as entity/flow; null unsets a default of treaty.yaml.
 */
export type FlowNameOrNull = (string | null)
/**
 * A whole number from 0 on; null unsets a default of treaty.yaml.
 */
export type CountOrNull = (number | null)
/**
 * exact, or how far the two sides may be apart: a number for numbers, a duration for timestamps.
 */
export type Tolerance = (string | number)
/**
 * A whole number of seconds, minutes, hours or days: 30s, 15m, 24h, 30d.
 */
export type Duration = string
/**
 * A flow, as entity/flow.
 */
export type FlowName = string
/**
 * A share in percent, 0% to 100%; null unsets a default of treaty.yaml.
 */
export type PercentageOrNull = (string | null)
/**
 * shadow, or a share of the traffic in percent.
 */
export type ExposureStage = string
/**
 * A version X.Y.Z from 1.0.0 on, without pre-release or build parts.
 */
export type Version = string
/**
 * The system of record; or where the attribute comes from and who masters it then; or a cutover from one system to the next.
 */
export type Truth = (PartyName | HandedOver | Cutover)
/**
 * SHA-256 of canonical content, in hexadecimal.
 */
export type Digest = string
/**
 * Every released version of a flow or shared definition, oldest first. Written by treaty release, which appends; never edited by hand.
 */
export type LockDocument = LockEntry[]
/**
 * One step: move, scale or default.
 */
export type Operation = (MoveOperation | ScaleOperation | DefaultOperation)
/**
 * A name in kebab-case: lower-case letters, digits and single hyphens, a letter first.
 */
export type Name = string
/**
 * steward: owners of the contract. producer, records (systems of record of the attributes touched), consumers: owners of those parties; one seat a party.
 *
 * @minItems 1
 */
export type Seats = [Seat, ...(Seat)[]]
/**
 * A role in a change that somebody answers for.
 */
export type Seat = ("steward" | "producer" | "records" | "consumers")
/**
 * A severity, or a severity with the reason for it.
 */
export type SeveritySetting = (Severity | {
set: Severity
/**
 * Why this is right here, for those who read it in a year.
 */
reason: string
})
/**
 * error, warning and info are reported; off is not.
 */
export type Severity = ("error" | "warning" | "info" | "off")

export interface Documents {
baseline: BaselineDocument
contract: ContractDocument
entity: EntityDocument
lock: LockDocument
migration: MigrationDocument
party: PartyDocument
semantics: SemanticsDocument
treaty: TreatyDocument
}
/**
 * Findings of the day of adoption, which check does not report again. Written by treaty init; it may only shrink.
 */
export interface BaselineDocument {
/**
 * Where editors find this schema.
 */
$schema?: string
/**
 * Version of the format.
 */
version: 1
/**
 * The findings, in the order of check.
 */
findings: BaselineFinding[]
}
/**
 * One finding. It is recognised by its fingerprint; the rest is for readers.
 */
export interface BaselineFinding {
/**
 * What stays the same when lines move.
 */
fingerprint: string
rule: RuleId
/**
 * Path from the root of the registry, with forward slashes.
 */
file: string
/**
 * The finding in words, on that day.
 */
message: string
}
/**
 * The living agreement of one flow: who sends, who reads what of it, what is promised and how it runs. It may change at any time, with the approvals that its change asks for. The shape of the payloads is in the version folders beside it.
 */
export interface ContractDocument {
/**
 * Name of the flow, as people say it.
 */
title: string
/**
 * One or two sentences: who tells whom what, and when.
 */
summary?: string
/**
 * The system that sends the flow: a party of schemas/parties. During a cutover of the truth it is the system that sends today; the next one may send as well.
 */
producer: PartyName
/**
 * Who reads the flow: party → range of versions → the attributes it reads of them, or all. A change breaks a consumer only where it touches what that consumer reads.
 */
consumers: {
[k: string]: Reads
}
/**
 * Attributes that the payload carries although the producer neither masters nor originates them. The system of record stays who the truth map says it is.
 */
copies?: Pointer[]
/**
 * Where the place in the payload is not the entity's attribute: range of versions → pointer in the payload → attribute of the entity. Everything else is called the same in both.
 */
attributes?: {
[k: string]: AttributeMap
}
responsible?: ResponsibleSection
compatibility?: (CompatibilitySection | null)
delivery?: (DeliverySection | null)
/**
 * Routines that compare what two systems hold: name of the routine → routine.
 */
reconcile?: {
[k: string]: ReconcileRoutine
}
incident?: (IncidentSection | null)
/**
 * Findings that are accepted for one draft, each with its reason. They are printed in every report, never lower the class and end with the release.
 */
waivers?: Waiver[]
}
/**
 * Range of versions → what the consumer reads of them: all, or the attributes by pointer. Several ranges say what a consumer reads while it moves from one major to the next.
 */
export interface Reads {
/**
 * all, or the list of attributes that are read.
 */
[k: string]: "all" | [Pointer, ...(Pointer)[]]
}
/**
 * Pointer in the payload → attribute of the entity.
 */
export interface AttributeMap {
[k: string]: Pointer
}
/**
 * Which party answers for which duty. The people are the owners of the party's file in CODEOWNERS.
 */
export interface ResponsibleSection {
/**
 * Keeps the retry budget and the outbox. Default: the producer.
 */
retries?: PartyName
/**
 * Empties the dead letters within delivery.deadLetter.resolve.
 */
deadLetters?: PartyName
/**
 * Empties the mismatch queue. Each value is still decided by its system of record.
 */
reconciliation?: PartyName
/**
 * Leads an incident, and owns its follow-ups.
 */
incident?: PartyName
/**
 * Any one person of these parties stops exposure alone; resuming takes two.
 *
 * @minItems 1
 */
stop?: [PartyName, ...(PartyName)[]]
}
/**
 * What versions promise each other, and for how long they live.
 */
export interface CompatibilitySection {
/**
 * backward: payloads of an older version stay readable with the newer one. forward: payloads of the newer version are readable with the older one. full: both. Default: full.
 */
direction?: ("backward" | "forward" | "full" | null)
/**
 * closed: the producer sends only properties that its schema declares. open: it may send others. Default: closed.
 */
writer?: ("closed" | "open" | null)
window?: (CompatibilityWindow | null)
/**
 * Range of versions → last day of sending, in UTC. Released versions in the range are deprecated. A sunset may be postponed, never brought forward, and is at least window.notice away when it is announced.
 */
sunset?: ({
[k: string]: Day
} | null)
}
/**
 * How much may live side by side, and how long consumers have to move.
 */
export interface CompatibilityWindow {
/**
 * Majors that are live at once, at most. Default: 2.
 */
majors?: (number | null)
/**
 * Least time from announcing a sunset to its day. Default: 90d.
 */
notice?: DurationOrNull
}
/**
 * How payloads travel: retries, duplicates, order, confirmation, rate and dead letters.
 */
export interface DeliverySection {
retry?: (RetryPolicy | null)
deduplicate?: (Deduplication | null)
order?: (Ordering | null)
confirm?: (Confirmation | null)
rate?: (RateLimit | null)
deadLetter?: (DeadLetterPolicy | null)
}
/**
 * Exponential, with full jitter, bounded by time. check prints the attempts that this gives.
 */
export interface RetryPolicy {
/**
 * Upper bound of the wait before the second attempt.
 */
first?: DurationOrNull
/**
 * By what the bound grows from one attempt to the next.
 */
factor?: (number | null)
/**
 * The bound grows no further than this.
 */
cap?: DurationOrNull
/**
 * Time from the first attempt on; after it the payload is a dead letter.
 */
within?: DurationOrNull
}
/**
 * How long consumers remember an idempotency key.
 */
export interface Deduplication {
/**
 * At least retry.within + deadLetter.keep, since a dead letter may be replayed until then.
 */
within?: DurationOrNull
}
/**
 * What happens when a number of the sequence is missing. Only for flows whose sequence is gapless.
 */
export interface Ordering {
/**
 * How long a sequence number that nobody has seen holds its key.
 */
gap?: DurationOrNull
/**
 * What follows: the held payloads of the key become dead letters.
 */
then?: ("dead-letter" | null)
}
/**
 * The flow that confirms this one.
 */
export interface Confirmation {
/**
 * The flow that confirms; it carries the key of this one.
 */
through?: FlowNameOrNull
/**
 * Deadline of the confirmation, from the moment of sending.
 */
within?: DurationOrNull
}
/**
 * What the consumers bear. The producer waits.
 */
export interface RateLimit {
/**
 * Payloads a second, on average.
 */
perSecond?: (number | null)
/**
 * Payloads at once, after a quiet time.
 */
burst?: (number | null)
/**
 * Payloads sent and not yet answered, at most.
 */
inFlight?: (number | null)
}
/**
 * What happens to payloads that could not be delivered or processed.
 */
export interface DeadLetterPolicy {
/**
 * How long a dead letter is kept and may be replayed.
 */
keep?: DurationOrNull
/**
 * A dead letter is claimed within.
 */
respond?: DurationOrNull
/**
 * A dead letter is replayed, corrected or abandoned within.
 */
resolve?: DurationOrNull
/**
 * What may be done: replay it as it is, correct and replay it, or abandon it with a reason.
 *
 * @minItems 1
 */
actions?: ([("replay" | "correct" | "abandon"), ...(("replay" | "correct" | "abandon"))[]] | null)
/**
 * An action on more dead letters than this takes two people.
 */
twoPeopleAbove?: CountOrNull
}
/**
 * Compares extracts of two systems. They speak the names of the payload. Which side is right follows from the truth map.
 */
export interface ReconcileRoutine {
/**
 * The two systems.
 *
 * @minItems 2
 * @maxItems 2
 */
between: [PartyName, PartyName]
/**
 * By which attributes rows are matched. Default: identity.key of the version.
 *
 * @minItems 1
 */
key?: [Pointer, ...(Pointer)[]]
/**
 * Attribute → exact, or a tolerance: a number, or a duration.
 */
compare: {
[k: string]: Tolerance
}
totals?: ReconcileTotals
/**
 * Attribute → state on the first side of between → states that the second side may have then.
 */
states?: {
[k: string]: StateMap
}
/**
 * How often the routine runs. A run missed twice alerts.
 */
every: Duration
/**
 * Rows younger than this are still in flight and are left out. At least delivery.confirm.within.
 */
settle: Duration
/**
 * A mismatch is claimed within.
 */
respond?: Duration
/**
 * A mismatch is corrected, and the correction verified, within.
 */
resolve?: Duration
repair?: Repair
}
/**
 * A cheap first gate: if the sums agree, rows are not compared one by one.
 */
export interface ReconcileTotals {
/**
 * The attribute that is summed up.
 */
sum: Pointer
/**
 * One sum for each value of these attributes; of a timestamp, for each UTC day.
 *
 * @minItems 1
 */
by: [Pointer, ...(Pointer)[]]
}
/**
 * State on the first side → states that the second side may have.
 */
export interface StateMap {
/**
 * @minItems 1
 */
[k: string]: [string, ...(string)[]]
}
/**
 * How a mismatch is put right.
 */
export interface Repair {
/**
 * The flow that carries corrections; nothing is written past it.
 */
through: FlowName
/**
 * A repair of more rows than this takes two people.
 */
twoPeopleAbove?: number
}
/**
 * When people are called, whom, and how exposure is raised and stopped.
 */
export interface IncidentSection {
objective?: (Objective | null)
alert?: (AlertThresholds | null)
/**
 * Who is called, in order, as long as nobody acknowledges.
 *
 * @minItems 1
 */
escalate?: ([EscalationStep, ...(EscalationStep)[]] | null)
exposure?: (Exposure | null)
/**
 * What was promised after incidents. An overdue one is a warning, and an error of the calendar.
 */
followUps?: (FollowUp[] | null)
}
/**
 * The service level. Burn-rate alerts derive from it.
 */
export interface Objective {
/**
 * Share of the payloads that are confirmed in time (delivered, where the flow has no confirmation).
 */
confirmed?: PercentageOrNull
/**
 * The rolling period that it is measured over.
 */
over?: DurationOrNull
}
/**
 * Absolute thresholds, for flows too quiet for rates.
 */
export interface AlertThresholds {
/**
 * No payload for this long alerts.
 */
silence?: DurationOrNull
/**
 * A payload waiting for longer than this alerts.
 */
lag?: DurationOrNull
/**
 * This many unresolved dead letters alert.
 */
deadLetters?: CountOrNull
}
/**
 * One step of the escalation.
 */
export interface EscalationStep {
/**
 * The party that is called, through its contact.page.
 */
to: PartyName
/**
 * When the alert has been unacknowledged for this long.
 */
after: Duration
}
/**
 * Staged rollout: how much of the traffic takes a new path, and what moves it up or stops it.
 */
export interface Exposure {
/**
 * The stages in order: shadow (run and compare, no effect) and shares of the traffic.
 *
 * @minItems 1
 */
stages?: ([ExposureStage, ...(ExposureStage)[]] | null)
/**
 * Least time at a stage.
 */
hold?: DurationOrNull
advance?: (AdvanceGate | null)
halt?: (HaltThresholds | null)
/**
 * From this stage on state has spread: going back is repair, not reversal. One of stages.
 */
irreversibleFrom?: (string | null)
}
/**
 * What must hold before the next stage.
 */
export interface AdvanceGate {
/**
 * At least this share of the payloads is confirmed in time.
 */
confirmed?: PercentageOrNull
/**
 * At most this many open mismatches.
 */
mismatches?: CountOrNull
/**
 * Measured over the last.
 */
over?: DurationOrNull
}
/**
 * Crossing one of these stops exposure by itself.
 */
export interface HaltThresholds {
/**
 * Less than this share of the payloads is confirmed in time.
 */
confirmed?: PercentageOrNull
/**
 * More than this many dead letters.
 */
deadLetters?: CountOrNull
/**
 * Measured over the last.
 */
over?: DurationOrNull
}
/**
 * One promise made after an incident.
 */
export interface FollowUp {
/**
 * Number of the incident, wherever incidents are kept.
 */
incident: string
/**
 * What is done so that it does not come back.
 */
fix: string
/**
 * By when, in UTC.
 */
due: Day
/**
 * The day it was done, when it is.
 */
done?: Day
}
/**
 * Accepts the findings of one rule at one place of one draft, for a reason and a time.
 */
export interface Waiver {
/**
 * The draft that it holds for.
 */
version: Version
rule: RuleId
/**
 * The attribute in the payload, one a waiver; of a finding in another document of the version, the place there.
 */
at: Pointer
/**
 * Why this is right, for those who read it in a year.
 */
reason: string
/**
 * Last day, in UTC. An expired waiver is an error.
 */
expires: Day
}
/**
 * What the entity is, which system is the truth for which of its attributes, and who may correct them by hand. Its owners in CODEOWNERS decide on this map.
 */
export interface EntityDocument {
/**
 * Name of the entity, as people say it.
 */
title: string
/**
 * What one of it is, and what is not one.
 */
summary?: string
/**
 * The truth map: attribute → its system of record. The longest pointer wins; "" holds for everything that no other names.
 */
truth: {
[k: string]: Truth
}
/**
 * Attribute → who may correct it by hand, and how that is recorded.
 */
byHand?: {
[k: string]: EntryByHand
}
}
/**
 * Created by one system, mastered by another from then on.
 */
export interface HandedOver {
/**
 * The system that creates the value and sends it first.
 */
origin: PartyName
/**
 * The system that masters the value once it has it.
 */
record: PartyName
}
/**
 * The truth moves from one system to another on a day. Until then both may send, and a reconcile routine between them is required.
 */
export interface Cutover {
/**
 * The system of record before the day.
 */
now: PartyName
/**
 * The system of record from the day on.
 */
next: PartyName
/**
 * The day of the cutover, in UTC.
 */
on: Day
}
/**
 * Permission to correct an attribute outside of its system of record.
 */
export interface EntryByHand {
/**
 * Whose people may correct it.
 */
party: PartyName
/**
 * The flow that records the correction.
 */
through: FlowName
/**
 * How long the correction stands before the system of record wins again.
 */
for: Duration
}
/**
 * One released version.
 */
export interface LockEntry {
version: Version
/**
 * Day of the release, in UTC.
 */
released: Day
/**
 * Class of the change that the version was.
 */
class: ("patch" | "minor" | "major")
/**
 * Of the version's content, its shared definitions included.
 */
digest: Digest
/**
 * Of the verdict that it was released under.
 */
verdict: Digest
/**
 * Of the entry before; the first one has none.
 */
previous?: Digest
/**
 * The waivers that it was released under.
 *
 * @minItems 1
 */
waivers?: [Waiver, ...(Waiver)[]]
}
/**
 * How a payload of the highest version of the previous major becomes one of this major, and back. Operations are applied from first to last; each has an inverse, and what loses something says so.
 */
export interface MigrationDocument {
/**
 * The highest version of the previous major.
 */
from: Version
/**
 * The steps upwards, in order.
 */
operations: Operation[]
}
/**
 * Moves or renames an attribute. Objects on the way are made as needed.
 */
export interface MoveOperation {
/**
 * The attribute, in the payload as the steps before left it.
 */
move: Pointer
/**
 * Its new place.
 */
to: Pointer
}
/**
 * Multiplies a number. Downwards it is divided.
 */
export interface ScaleOperation {
/**
 * The attribute.
 */
scale: Pointer
/**
 * The factor.
 */
by: number
/**
 * Type of the result. integer: rounded half away from zero where it is none. Default: number.
 */
as?: ("integer" | "number")
}
/**
 * Sets an attribute that is absent. Downwards it is dropped, which loses it.
 */
export interface DefaultOperation {
/**
 * The attribute.
 */
default: Pointer
/**
 * Its value: any JSON value.
 */
value: unknown
}
/**
 * A system, a desk or a vendor that takes part in flows. Its people are the owners of this file in CODEOWNERS, and are named nowhere else.
 */
export interface PartyDocument {
/**
 * system: software that sends, reads or masters attributes; only systems can be producers, consumers and systems of record. desk: a group of people who correct by hand or stop exposure. vendor: a company that is called.
 */
kind: ("system" | "desk" | "vendor")
/**
 * Name of the party, as people say it.
 */
title: string
contact?: Contact
}
/**
 * Channels, never people.
 */
export interface Contact {
/**
 * Where an alert goes at night: service and key of the rota.
 */
page?: string
/**
 * Where the party is asked by day.
 */
chat?: string
}
/**
 * What the payloads of one version mean: which thing and which change to it they are about, and what always holds. Frozen with the version.
 */
export interface SemanticsDocument {
identity: Identity
/**
 * What holds in every payload beyond its shape. Adding, editing or removing one in a live major is a major change.
 */
invariants?: Invariant[]
}
/**
 * Which thing, and which change to it. Key, idempotency key and sequence only change with a major.
 */
export interface Identity {
/**
 * Which thing: attributes that together name one. Order is kept for each key.
 *
 * @minItems 1
 */
key: [Pointer, ...(Pointer)[]]
/**
 * Which change to it: a payload whose idempotency key was seen is not applied again.
 *
 * @minItems 1
 */
idempotencyKey?: [Pointer, ...(Pointer)[]]
sequence?: Sequence
/**
 * When it happened: a timestamp with offset.
 */
occurredAt?: Pointer
}
/**
 * What puts the changes to one thing in order.
 */
export interface Sequence {
/**
 * A whole number that grows with every change to the thing.
 */
from: Pointer
/**
 * true: it grows by one, and a gap holds the key until the missing change arrives. false: only what is stale is dropped. Default: false.
 */
gapless?: boolean
}
/**
 * An expression that is true of every payload.
 */
export interface Invariant {
/**
 * Its name in findings and in the names of invalid samples: kebab-case, never the name of a JSON Schema keyword.
 */
id: string
/**
 * A CEL expression over this, the payload. sum(list) adds up numbers.
 */
cel: string
/**
 * What must hold, in words.
 */
message: string
}
/**
 * The registry: its name, the package it generates, who approves which class of change, defaults of the flows, and how findings count. A pull request is judged under the one of its base.
 */
export interface TreatyDocument {
/**
 * Version of the format of all documents.
 */
version: 1
/**
 * Name of the registry.
 */
name: Name
/**
 * Name of the npm package that treaty generate writes.
 */
package?: string
/**
 * The protected branch, which released versions are locked on. Default: main.
 */
branch?: string
approvals?: ApprovalPolicy
quorum?: Quorum
/**
 * Sections that every released flow must have. Default: none.
 */
require?: ("delivery" | "reconcile" | "incident")[]
defaults?: FlowDefaults
/**
 * assert: the formats that a standard defines exactly are checked, by check, clients and validators alike. annotate: they are words. Default: assert.
 */
formats?: ("assert" | "annotate")
/**
 * Least severity that makes check fail. Default: error.
 */
failOn?: ("error" | "warning")
/**
 * Rule → its severity in this registry, with or without a reason. Rules that are not named keep their own; treaty explain lists them.
 */
severity?: {
[k: string]: SeveritySetting
}
/**
 * Root causes that a mismatch may be tagged with.
 *
 * @minItems 1
 */
causes?: [Name, ...(Name)[]]
recurring?: Recurring
}
/**
 * Class of a change → the seats that must approve it.
 */
export interface ApprovalPolicy {
/**
 * Who approves a patch.
 */
patch?: Seats
/**
 * Who approves a minor.
 */
minor?: Seats
/**
 * Who approves a major.
 */
major?: Seats
}
/**
 * Seat → how many people it takes. Default: 1.
 */
export interface Quorum {
[k: string]: number
}
/**
 * Defaults of the agreements. Maps merge key by key; null in an agreement unsets.
 */
export interface FlowDefaults {
compatibility?: (CompatibilitySection | null)
delivery?: (DeliverySection | null)
incident?: (IncidentSection | null)
}
/**
 * When mismatches of one root cause count as recurring.
 */
export interface Recurring {
/**
 * This many of them.
 */
count: number
/**
 * Within this time.
 */
within: Duration
}
