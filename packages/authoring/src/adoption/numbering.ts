import { diffSchemas, nextNumber } from '@treaty/compatibility';
import type { JsonValue } from '@treaty/json';
import { type ChangeClass, majorOf } from '@treaty/registry';
import { compareMarkings, type Marking } from './marking.ts';

/** One file of a flow: what its name says of the version, and what it said from first to last. */
export interface Line {
  readonly marking: Marking;
  /** Oldest first; the last one is what the file says now. */
  readonly states: readonly JsonValue[];
}

/** The number of each state of a line; undefined for those that its name has no room for. */
export type Numbers = readonly (string | undefined)[];

/** How versions are held against each other: by the registry's settings. */
export type Question = Parameters<typeof diffSchemas>[2];

/**
 * Numbers the states of a flow's files, which come in the order of their markings.
 *
 * A name without a number leaves it to the verdicts: the first state is 1.0.0, each further one a patch,
 * minor or major after the one before it, as it differs from that and from the first of its major (each
 * against each would take minutes, and finds what those two do not show once in a lifetime). A number keeps its
 * place, the missing parts are 0: v2 is 2.0.0, 1.4 is 1.4.0; a flow that has 0.x moves up by one, since
 * versions begin with 1.0.0. What such a file said before counts as far as the missing parts can tell:
 * v2 has room for minors and patches, 1.4 for patches. As soon as one file is dated, each is one version,
 * numbered by verdict in the order of the dates.
 *
 * 1. Every number is X.Y.Z from 1.0.0 on.  2. Within a line numbers ascend.
 * 3. The last state of every line has a number; two lines have the same only if their names say the same.
 */
export async function numberLines(
  lines: readonly Line[],
  question: Question,
): Promise<readonly Numbers[]> {
  if (lines.some(({ marking }) => marking.kind === 'date')) return byDate(lines, question);
  const numbered = lines.some(({ marking }) => marking.kind === 'number');
  const lift = lines.some(({ marking }) => marking.kind === 'number' && marking.parts[0] === 0);
  const numbers: Numbers[] = [];
  for (const line of lines) {
    const [major, minor, patch] = filled(line);
    const base = `${major + Number(lift && line.marking.kind === 'number')}.${minor}.${patch}`;
    const room = numbered ? roomOf(line, lines) : 'major';
    numbers.push(await byVerdict(line.states, base, room, question));
  }
  return numbers;
}

type Room = ChangeClass | 'none';
const RANK: Readonly<Record<Room, number>> = { none: 0, patch: 1, minor: 2, major: 3 };

/** How great a change may be that leaves the name of a line true, and comes in the way of no other line. */
function roomOf(line: Line, lines: readonly Line[]): Room {
  const said = line.marking.kind === 'number' ? line.marking.parts.length : 1;
  const own = filled(line).slice(0, said).join('.');
  const crowded = lines.some((one) => one !== line && filled(one).slice(0, said).join('.') === own);
  if (crowded || said > 2) return 'none';
  return said === 1 ? 'minor' : 'patch';
}

function filled({ marking }: Line): readonly [major: number, minor: number, patch: number] {
  const [major = 1, minor = 0, patch = 0] = marking.kind === 'number' ? marking.parts : [];
  return [major, minor, patch];
}

/** From the last state back to the last change that there is no room for: that one begins anew with `base`. */
async function byVerdict(
  states: readonly JsonValue[],
  base: string,
  room: Room,
  question: Question,
): Promise<Numbers> {
  if (room === 'none') return states.map((_, i) => (i === states.length - 1 ? base : undefined));
  let numbers: (string | undefined)[] = [];
  for (const state of states) {
    const last = numbers.at(-1);
    const peers = states.filter(
      (_, i) => last !== undefined && isOfMajor(numbers[i], majorOf(last)),
    );
    const change = await classOf(state, peers, question);
    if (RANK[change] > RANK[room]) numbers = numbers.map(() => undefined);
    const before = numbers.at(-1);
    numbers.push(before === undefined ? base : nextNumber(before, change));
  }
  return numbers;
}

async function byDate(lines: readonly Line[], question: Question): Promise<readonly Numbers[]> {
  const order = lines.filter((one, i) => i === 0 || isAfter(one, lines[i - 1]));
  const states = order.map((line) => line.states.at(-1) as JsonValue);
  const numbers = await byVerdict(states, '1.0.0', 'major', question);
  return lines.map((line) => {
    const place = order.findIndex((one) => !isAfter(line, one));
    return line.states.map((_, i) => (i === line.states.length - 1 ? numbers[place] : undefined));
  });
}

function isAfter(line: Line, other: Line | undefined): boolean {
  return other === undefined || compareMarkings(line.marking, other.marking) > 0;
}

/** The class of a change after the versions of a major; nothing differs from none. */
async function classOf(
  state: JsonValue,
  major: readonly JsonValue[],
  question: Question,
): Promise<ChangeClass> {
  const [first, last] = [major[0], major.at(-1)];
  if (first === undefined || last === undefined) return 'patch';
  const { class: change } = await diffSchemas(last, state, question);
  if (change === 'major' || first === last) return change;
  const { class: since } = await diffSchemas(first, state, question);
  return since === 'major' ? since : change;
}

function isOfMajor(number: string | undefined, major: number): boolean {
  return number !== undefined && majorOf(number) === major;
}
