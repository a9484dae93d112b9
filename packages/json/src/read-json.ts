import { isWellFormed, scanString } from './json-string.ts';
import { formatPointer } from './pointer.ts';
import {
  DEFAULT_LIMITS,
  Lines,
  locate,
  type Place,
  type Problem,
  type ProblemKind,
  type Reading,
  type ReadLimits,
  setMember,
  tooLarge,
} from './reading.ts';
import type { JsonValue } from './value.ts';

/**
 * Reads JSON text (RFC 8259), strictly, with the place of every value. Beside what JSON.parse refuses it
 * finds what JSON.parse hides: duplicate names, numbers outside the range of a double, lone surrogates,
 * nesting beyond the limit. A leading byte order mark is skipped.
 */
export function readJson(text: string, limits: ReadLimits = DEFAULT_LIMITS): Reading {
  if (text.length > limits.maxLength) return tooLarge(text, limits);
  const reader = new Reader(text, limits);
  try {
    const [value, place] = reader.document();
    return { located: locate(value, place, reader.lines), problems: reader.problems };
  } catch (error) {
    if (error instanceof Unreadable) return { problems: [...reader.problems, error.problem] };
    throw error;
  }
}

/** Ends the reading of one text; never leaves this file. */
class Unreadable extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORDS: readonly (readonly [string, JsonValue])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

class Reader {
  readonly lines: Lines;
  readonly problems: Problem[] = [];
  readonly #text: string;
  readonly #limits: ReadLimits;
  readonly #path: (string | number)[] = [];
  #at = 0;

  constructor(text: string, limits: ReadLimits) {
    this.#text = text;
    this.#limits = limits;
    this.lines = new Lines(text);
    if (text.startsWith('\uFEFF')) this.#at = 1;
  }

  document(): [JsonValue, Place] {
    const result = this.#value();
    this.#space();
    if (this.#at < this.#text.length)
      this.#fail('malformed', `Unexpected ${this.#here()} after the value.`);
    return result;
  }

  #value(name?: number): [JsonValue, Place] {
    this.#space();
    const start = this.#at;
    const place = name === undefined ? { start } : { name, start };
    const character = this.#text[start];
    if (character === '{') return this.#object(place);
    if (character === '[') return this.#array(place);
    if (character === '"') return [this.#string(), place];
    for (const [word, value] of WORDS) {
      if (this.#text.startsWith(word, start)) {
        this.#at += word.length;
        return [value, place];
      }
    }
    return [this.#number(), place];
  }

  #object(place: Place): [JsonValue, Place] {
    const value: Record<string, JsonValue> = {};
    const members = new Map<string, Place>();
    this.#enter();
    if (!this.#skip('}')) {
      do {
        this.#space();
        const at = this.#at;
        if (this.#text[at] !== '"') {
          this.#fail('malformed', `Expected a name in double quotes, got ${this.#here()}.`);
        }
        const name = this.#string();
        this.#path.push(name);
        if (members.has(name)) {
          this.#note('duplicate-key', `${JSON.stringify(name)} is named twice in this object.`, at);
        }
        if (!this.#skip(':')) {
          this.#fail(
            'malformed',
            `Expected ":" after ${JSON.stringify(name)}, got ${this.#here()}.`,
          );
        }
        const [memberValue, memberPlace] = this.#value(at);
        setMember(value, name, memberValue);
        members.set(name, memberPlace);
        this.#path.pop();
      } while (this.#skip(','));
      if (!this.#skip('}')) this.#fail('malformed', `Expected "," or "}", got ${this.#here()}.`);
    }
    return [value, { ...place, members }];
  }

  #array(place: Place): [JsonValue, Place] {
    const value: JsonValue[] = [];
    const items: Place[] = [];
    this.#enter();
    if (!this.#skip(']')) {
      do {
        this.#path.push(items.length);
        const [itemValue, itemPlace] = this.#value();
        value.push(itemValue);
        items.push(itemPlace);
        this.#path.pop();
      } while (this.#skip(','));
      if (!this.#skip(']')) this.#fail('malformed', `Expected "," or "]", got ${this.#here()}.`);
    }
    return [value, { ...place, items }];
  }

  #string(): string {
    const scanned = scanString(this.#text, this.#at);
    if (scanned.fault !== undefined) {
      this.#at = scanned.end;
      this.#fail('malformed', scanned.fault.replace('{here}', this.#here()));
    }
    if (!isWellFormed(scanned.value)) {
      const message = 'The string holds half of a surrogate pair, which is no character.';
      this.#note('lone-surrogate', message, this.#at);
    }
    this.#at = scanned.end;
    return scanned.value;
  }

  #number(): number {
    NUMBER.lastIndex = this.#at;
    const digits = NUMBER.exec(this.#text)?.[0];
    if (digits === undefined) this.#fail('malformed', `Expected a value, got ${this.#here()}.`);
    const value = Number(digits);
    if (!Number.isFinite(value)) {
      this.#fail('number-out-of-range', `${digits} is larger than any number a program can hold.`);
    }
    if (/^-?\d+$/.test(digits as string) && !isExact(digits as string, value)) {
      const message = `${digits} is more digits than a program keeps: it is read as ${value}.`;
      this.#note('number-inexact', message, this.#at);
    }
    this.#at += (digits as string).length;
    return value;
  }

  /** Steps into an object or array, and counts how deep it stands. */
  #enter(): void {
    if (this.#path.length >= this.#limits.maxDepth) {
      this.#fail('too-deep', `Values nest more than ${this.#limits.maxDepth} deep.`);
    }
    this.#at += 1;
  }

  #skip(character: string): boolean {
    this.#space();
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #space(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.#at += 1;
    }
  }

  #here(): string {
    const point = this.#text.codePointAt(this.#at);
    return point === undefined
      ? 'the end of the text'
      : JSON.stringify(String.fromCodePoint(point));
  }

  #note(kind: ProblemKind, message: string, at: number): void {
    this.problems.push({
      kind,
      message,
      pointer: formatPointer(this.#path),
      position: this.lines.at(at),
    });
  }

  #fail(kind: ProblemKind, message: string): never {
    throw new Unreadable({
      kind,
      message,
      pointer: formatPointer(this.#path),
      position: this.lines.at(this.#at),
    });
  }
}

/** Whether an integer is written again as it was read; beyond 2^53 a double may hold its neighbour. */
function isExact(digits: string, value: number): boolean {
  return (
    Number.isSafeInteger(value) || BigInt(value) === BigInt(digits) || String(value) === digits
  );
}
