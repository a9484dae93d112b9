import { type JsonValue, member } from '@treaty/json';
import { isRisky, type SchemaDocument } from '@treaty/schema';
import type { Rejection } from '../verdict.ts';
import type { AjvJudge } from './ajv.ts';

export type Opinion = 'break' | 'no break' | 'disagreement';

/** Two independent validators, each with both schemas. */
export interface Jury {
  /** What the faster one says: the writer's schema accepts the value and the reader's rejects it. */
  suspects(value: JsonValue): boolean;
  /** Whether the faster one accepts the value for the writer. */
  sends(value: JsonValue): boolean;
  /** What both say. */
  opinion(value: JsonValue): Opinion;
  rejection(witness: JsonValue): Rejection;
}

// Beyond these a backtracking engine may not come back; the first for patterns that invite it.
const RISKY_LENGTH = 20;
const MAX_LENGTH = 10_000;
const MAX_DEPTH = 200;

/** Calls both validators in, or says why they cannot judge. The validators are loaded only here. */
export async function callJury(
  writer: SchemaDocument,
  reader: SchemaDocument,
  assertFormats: boolean,
): Promise<Jury | { readonly reason: string }> {
  for (const document of [writer, reader]) {
    const lost = document.problems.find(({ kind }) => kind.startsWith('reference-'));
    if (lost) return { reason: lost.message };
    if (dependsOnPath(document))
      return { reason: 'dynamic references across several resources are not judged yet' };
  }
  const { ajvJudge } = await import('./ajv.ts');
  const { hyperjumpJudge } = await import('./hyperjump.ts');
  let ajv: [AjvJudge, AjvJudge];
  let hyperjump: [(value: JsonValue) => boolean, (value: JsonValue) => boolean];
  try {
    ajv = [ajvJudge(writer, assertFormats), ajvJudge(reader, assertFormats)];
    hyperjump = [
      await hyperjumpJudge(writer, assertFormats),
      await hyperjumpJudge(reader, assertFormats),
    ];
  } catch (error) {
    return { reason: `a validator cannot read the schemas: ${messageOf(error)}` };
  }
  const longest = [writer, reader].some(hasRiskyPattern) ? RISKY_LENGTH : MAX_LENGTH;
  const guarded = (value: JsonValue, judge: () => boolean): boolean => {
    if (!isHarmless(value, longest)) return false;
    try {
      return judge();
    } catch {
      return false;
    }
  };
  const jury: Jury = {
    sends: (value) => guarded(value, () => ajv[0].accepts(value)),
    suspects: (value) => guarded(value, () => ajv[0].accepts(value) && !ajv[1].accepts(value)),
    opinion: (value) => {
      const first = jury.suspects(value);
      const second = guarded(value, () => hyperjump[0](value) && !hyperjump[1](value));
      if (first && second) return 'break';
      return first || second ? 'disagreement' : 'no break';
    },
    rejection: (witness) => {
      ajv[1].accepts(witness);
      return ajv[1].rejection();
    },
  };
  return jury;
}

/** References whose meaning would change with the identifiers that are taken away for judging. */
function dependsOnPath({ subschemas }: SchemaDocument): boolean {
  const schemas = [...subschemas.values()].map(({ schema }) => schema);
  const has = (name: string): JsonValue[] =>
    schemas.filter((each) => member(each, name) !== undefined);
  return has('$dynamicRef').length + has('$recursiveRef').length > 0 && has('$id').length > 1;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}

function hasRiskyPattern(document: SchemaDocument): boolean {
  for (const { schema } of document.subschemas.values()) {
    if (typeof schema !== 'object' || schema === null) continue;
    const { pattern, patternProperties } = schema as { [name: string]: JsonValue };
    const names =
      typeof patternProperties === 'object' && patternProperties !== null
        ? Object.keys(patternProperties)
        : [];
    const sources = typeof pattern === 'string' ? [pattern, ...names] : names;
    if (sources.some(isRisky)) return true;
  }
  return false;
}

/** Whether every text in the value is short enough, and the value itself not too deep. */
function isHarmless(value: JsonValue, longest: number, depth = 0): boolean {
  if (typeof value === 'string') return value.length <= longest;
  if (typeof value !== 'object' || value === null) return true;
  if (depth > MAX_DEPTH) return false;
  return Object.entries(value).every(
    ([name, entry]) => name.length <= longest && isHarmless(entry, longest, depth + 1),
  );
}
