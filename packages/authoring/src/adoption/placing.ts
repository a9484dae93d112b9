import { type Finding, finding, plural } from '@treaty/findings';
import { canonical } from '@treaty/json';
import { compareVersions, type FileTree, SCHEMAS, SETTINGS_FILE, startOf } from '@treaty/registry';
import { authoringRules } from '../rules.ts';
import { jsonText } from '../templates/json-text.ts';
import { type Coordinates, coordinatesOf } from './coordinates.ts';
import type { History } from './history/git-history.ts';
import { type PastState, pastStates, type State } from './history/past-states.ts';
import { compareMarkings, type Marking } from './marking.ts';
import { numberLines, type Question } from './numbering.ts';
import { type AdoptedSchema, readSchemas } from './read-schemas.ts';

/** An adopted flow: its versions, ascending. */
export interface AdoptedFlow {
  readonly entity: string;
  readonly flow: string;
  readonly folder: string;
  readonly versions: readonly AdoptedVersion[];
}

export interface AdoptedVersion {
  readonly version: string;
  /** UTC date, `YYYY-MM-DD`: since when this stands. */
  readonly released: string;
  /** The file that is moved; undefined of what only git remembers. */
  readonly from: string | undefined;
  readonly to: string;
  readonly title: string | undefined;
  /** What is written there: of the past, or in the place of what was moved and could not stay as it was. */
  readonly text: string | undefined;
}

export interface Placing {
  readonly flows: readonly AdoptedFlow[];
  /** Why a file was left, and what is worth knowing of one that was not. */
  readonly findings: readonly Finding[];
}

export interface PlacingOptions {
  readonly base: string;
  readonly entity: string | undefined;
  readonly history: History | undefined;
  readonly question: Question;
  /** UTC date, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Gives every schema its place in the registry. Each candidate is a version afterwards, or has a finding. */
export async function placeSchemas(
  standing: FileTree,
  candidates: readonly string[],
  { base, entity, history, question, today }: PlacingOptions,
): Promise<Placing> {
  const groups = new Map<string, Named[]>();
  const { schemas, findings: reading } = readSchemas(standing, candidates);
  const findings = [...reading];
  if (history?.isShallow === true) {
    const message = 'The clone is cut off: older versions are not in it.';
    const fix = 'Fetch the rest, and adopt then: `git fetch --unshallow`.';
    findings.push(
      finding(authoringRules.history, { message, location: startOf(SETTINGS_FILE), fix }),
    );
  }
  for (const schema of schemas) {
    const { file } = schema;
    const coordinates = coordinatesOf({ ...schema, path: file, base }, entity);
    if (coordinates === undefined) {
      const message = 'Nothing says which entity and flow this schema is of.';
      findings.push(finding(authoringRules.unnamed, { message, location: startOf(file) }));
      continue;
    }
    const { states, notes } = statesOf(schema, history, today);
    for (const message of notes) {
      findings.push(finding(authoringRules.history, { message, location: startOf(file) }));
    }
    const folder = `${SCHEMAS}/${coordinates.entity}/${coordinates.flow}`;
    groups.set(folder, [...(groups.get(folder) ?? []), { schema, coordinates, states }]);
  }
  const files = new Set(standing.files);
  const flows: AdoptedFlow[] = [];
  for (const [folder, named] of groups) {
    const { flow, notes } = await placeFlow(files, folder, named, question);
    if (flow.versions.length > 0) flows.push(flow);
    findings.push(...notes);
  }
  return { flows, findings };
}

interface Named {
  readonly schema: AdoptedSchema;
  readonly coordinates: Coordinates;
  /** Oldest first; the last one is what the file says now. */
  readonly states: readonly (State | PastState)[];
}

async function placeFlow(
  standing: ReadonlySet<string>,
  folder: string,
  named: readonly Named[],
  question: Question,
): Promise<{ readonly flow: AdoptedFlow; readonly notes: readonly Finding[] }> {
  const order = [...named].sort(byMarking);
  const lines = order.map(({ coordinates, states }) => ({
    marking: coordinates.marking,
    states: states.map(({ value }) => value),
  }));
  const numbers = await numberLines(lines, question);
  const { entity, flow } = (order[0] as Named).coordinates;
  const versions = new Map<string, AdoptedVersion>();
  const notes: Finding[] = [];
  for (const [i, { schema, states }] of order.entries()) {
    const own = numbers[i] ?? [];
    const version = own.at(-1) ?? '';
    const place = (one: string): string => `${folder}/${one}/schema.json`;
    const to = place(version);
    const other =
      versions.get(version)?.from ?? (schema.file !== to && standing.has(to) ? to : undefined);
    if (other !== undefined) {
      const message = `${entity}/${flow} ${version} is ${other} already; this file stays where it is.`;
      notes.push(finding(authoringRules.taken, { message, location: startOf(schema.file) }));
      continue;
    }
    for (const [k, state] of states.entries()) {
      const number = own[k];
      if (number === undefined || versions.has(number) || standing.has(place(number))) continue;
      const { title, file, rewritten } = schema;
      const past = k < states.length - 1 && 'text' in state;
      const text = past ? state.text : rewritten === undefined ? undefined : jsonText(rewritten);
      const from = past ? undefined : file;
      const released = state.since;
      versions.set(number, { version: number, released, from, to: place(number), title, text });
    }
    const left = own.filter((one) => one === undefined).length;
    if (left === 0) continue;
    const message = `${plural(left, 'earlier state')} of its history had no place under what its name says of the version, and were left out.`;
    notes.push(finding(authoringRules.history, { message, location: startOf(schema.file) }));
  }
  const ascending = [...versions.values()].sort((a, b) => compareVersions(a.version, b.version));
  return { flow: { entity, flow, folder, versions: ascending }, notes };
}

/** What a schema said from first to last; without a history, what it says. */
function statesOf(
  { file, value, rewritten, used, fileOf }: AdoptedSchema,
  history: History | undefined,
  today: string,
): { readonly states: readonly (State | PastState)[]; readonly notes: readonly string[] } {
  const present = { value: rewritten ?? value, since: today };
  if (history === undefined) return { states: [present], notes: [] };
  const { states, notes } = pastStates(history, file, { used, fileOf, today });
  const last = states.at(-1);
  const stands = last !== undefined && canonical(last.value) === canonical(present.value);
  return {
    states: stands
      ? [...states.slice(0, -1), { ...present, since: last.since }]
      : [...states, present],
    notes,
  };
}

/** What is numbered goes before what is not: of two with the same number it was meant more surely. */
function byMarking(a: Named, b: Named): number {
  const sure = (marking: Marking): number => (marking.kind === 'none' ? 1 : 0);
  const [x, y] = [a.coordinates.marking, b.coordinates.marking];
  return sure(x) - sure(y) || compareMarkings(x, y) || (a.schema.file < b.schema.file ? -1 : 1);
}
