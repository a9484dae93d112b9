import type { JsonValue } from '@treaty/json';
import type { SchemaDocument } from '@treaty/schema';
import type { Jury } from '../judges/jury.ts';
import type { Obstacle, Verdict } from '../verdict.ts';
import { grafts } from './graft.ts';
import { namesIn, neighbours, poolOf } from './mutate.ts';
import { shrink } from './shrink.ts';

// Each is a run of a compiled validator or two.
const MAX_GRAFTS = 200;

export interface Hunt {
  readonly jury: Jury;
  readonly writer: SchemaDocument;
  readonly reader: SchemaDocument;
  /** Values that may break, the likeliest first. */
  readonly candidates: readonly JsonValue[];
  /** Values that the writer is known or hoped to send. */
  readonly seeds: readonly JsonValue[];
  /** How many neighbours of seeds may be tried. */
  readonly tries: number;
}

/**
 * Looks for a value that both validators find to be a break: among the candidates, then among the
 * neighbours of the seeds. What is found is put into a seed where that is possible, and made small.
 */
export function hunt({ jury, writer, reader, candidates, seeds, tries }: Hunt): Verdict | Obstacle {
  let disagreed = false;
  const isBreak = (value: JsonValue): boolean => {
    if (!jury.suspects(value)) return false;
    const opinion = jury.opinion(value);
    disagreed ||= opinion === 'disagreement';
    return opinion === 'break';
  };
  const found =
    candidates.find(isBreak) ?? nearSeeds(isBreak, { jury, writer, reader, seeds, tries });
  if (found === undefined)
    return {
      reason: disagreed
        ? 'the validators disagree on every witness found'
        : 'neither a proof nor a witness was found',
    };
  const witness = dress(found, seeds, jury, isBreak);
  return { verdict: 'not-contained', witness, rejection: jury.rejection(witness) };
}

function nearSeeds(
  isBreak: (value: JsonValue) => boolean,
  { jury, writer, reader, seeds, tries }: Omit<Hunt, 'candidates'>,
): JsonValue | undefined {
  const pool = poolOf(writer, reader);
  const names = namesIn(reader);
  let left = tries;
  for (const seed of [...seeds.filter((each) => jury.sends(each)), ...pool]) {
    for (const value of neighbours(seed, pool, names)) {
      if (left-- <= 0) return undefined;
      if (isBreak(value)) return value;
    }
  }
  return undefined;
}

/** A seed with only the breaking part put in looks like data; any other witness is only made small. */
function dress(
  found: JsonValue,
  seeds: readonly JsonValue[],
  jury: Jury,
  isBreak: (value: JsonValue) => boolean,
): JsonValue {
  const suspects = (value: JsonValue): boolean => jury.suspects(value);
  const { instance } = jury.rejection(found);
  for (const seed of seeds.filter((each) => jury.sends(each))) {
    let left = MAX_GRAFTS;
    for (const grafted of isBreak(seed) ? [seed] : grafts(seed, found, instance)) {
      if (left-- <= 0) break;
      if (isBreak(grafted)) return confirmed(shrink(grafted, suspects), grafted, isBreak);
    }
  }
  return confirmed(shrink(found, suspects), found, isBreak);
}

/** Made small by the faster validator; by both, where they part on the way. */
function confirmed(
  small: JsonValue,
  value: JsonValue,
  isBreak: (value: JsonValue) => boolean,
): JsonValue {
  return [small, shrink(value, isBreak)].find(isBreak) ?? value;
}
