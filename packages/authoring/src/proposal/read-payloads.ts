import { type Finding, finding } from '@treaty/findings';
import { isArray, type JsonValue, type Problem, readJson } from '@treaty/json';
import { authoringRules } from '../rules.ts';
import { LIMITS } from './limits.ts';

export interface PayloadFile {
  /** As it is named to people. */
  readonly name: string;
  readonly text: string;
}

export interface ReadPayloads {
  readonly payloads: readonly JsonValue[];
  /** What could not be read, and was left out. */
  readonly findings: readonly Finding[];
  /** Whether there was more than a proposal looks at. */
  readonly cut: boolean;
}

/**
 * The payloads of some files: each line of an `.ndjson` or `.jsonl` file, each item of a JSON array, or the
 * one JSON value that a file is. What cannot be read has a finding at its line and column.
 */
export function readPayloads(files: readonly PayloadFile[]): ReadPayloads {
  const payloads: JsonValue[] = [];
  const findings: Finding[] = [];
  let length = 0;
  for (const { name, text } of files) {
    length += text.length;
    if (length > LIMITS.length) return { payloads, findings, cut: true };
    for (const { value, problem } of /\.(ndjson|jsonl)$/i.test(name)
      ? linesOf(text)
      : whole(text)) {
      if (payloads.length === LIMITS.payloads) return { payloads, findings, cut: true };
      if (value !== undefined) payloads.push(value);
      else if (problem !== undefined) findings.push(unreadable(name, problem));
    }
  }
  return { payloads, findings, cut: false };
}

interface Read {
  readonly value?: JsonValue;
  readonly problem?: Problem;
}

function* linesOf(text: string): Generator<Read> {
  let line = 0;
  for (const one of text.split('\n')) {
    line += 1;
    if (one.trim() === '') continue;
    const { value, problem } = read(one);
    yield problem === undefined
      ? { ...(value !== undefined && { value }) }
      : { problem: { ...problem, position: { ...problem.position, line } } };
  }
}

function* whole(text: string): Generator<Read> {
  const { value, problem } = read(text);
  if (isArray(value)) for (const item of value) yield { value: item };
  else yield { ...(value !== undefined && { value }), ...(problem && { problem }) };
}

/** A number that is not exact as a double is a payload all the same. */
function read(text: string): Read {
  const { located, problems } = readJson(text, {
    maxDepth: LIMITS.depth,
    maxLength: LIMITS.length,
  });
  const [problem] = problems.filter(({ kind }) => kind !== 'number-inexact');
  return located === undefined || problem !== undefined
    ? { ...(problem && { problem }) }
    : { value: located.value };
}

function unreadable(file: string, { message, position, pointer }: Problem): Finding {
  return finding(authoringRules.payload, {
    message: `${message} It was left out.`,
    location: { file, ...position, pointer },
  });
}
