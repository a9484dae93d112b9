import { type Pointer, parsePointer } from './pointer.ts';
import type { JsonValue } from './value.ts';

/** Lines and columns count from 1; columns count UTF-16 code units, as editors and forges do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** What can be wrong with a text before anybody asks what it means. */
export type ProblemKind =
  | 'malformed'
  | 'duplicate-key'
  | 'not-json'
  | 'number-out-of-range'
  | 'number-inexact'
  | 'lone-surrogate'
  | 'too-deep'
  | 'too-large';

export interface Problem {
  readonly kind: ProblemKind;
  readonly message: string;
  readonly pointer: Pointer;
  readonly position: Position;
}

/** A value and where each part of it stands in its text. */
export interface Located {
  readonly value: JsonValue;
  /**
   * Where the value at `pointer` begins, or (`'name'`) the name of that member. Where nothing is at
   * `pointer`, the nearest ancestor answers, so that a missing member is reported at its object.
   */
  positionOf(pointer: Pointer, part?: 'value' | 'name'): Position;
}

/** `located` is absent where the text could not be read at all; problems may come with it or without. */
export interface Reading {
  readonly located?: Located;
  readonly problems: readonly Problem[];
}

export interface ReadLimits {
  /** How deep arrays and objects may nest. */
  readonly maxDepth: number;
  /** How long the text may be, in UTF-16 code units. */
  readonly maxLength: number;
}

/** Far beyond any schema or payload seen (deepest 40, longest 5 MB), far below what exhausts a stack. */
export const DEFAULT_LIMITS: ReadLimits = { maxDepth: 256, maxLength: 64 * 1024 * 1024 };

/** Where a value stands: offsets into the text, the tree shaped like the value. */
export interface Place {
  readonly name?: number;
  readonly start: number;
  readonly members?: ReadonlyMap<string, Place>;
  readonly items?: readonly Place[];
}

export function locate(value: JsonValue, root: Place, lines: Lines): Located {
  return {
    value,
    positionOf(pointer, part = 'value') {
      let place = root;
      for (const token of parsePointer(pointer)) {
        const next = place.members?.get(token) ?? place.items?.[Number(token)];
        if (next === undefined) return lines.at(place.start);
        place = next;
      }
      return lines.at(part === 'name' ? (place.name ?? place.start) : place.start);
    },
  };
}

/** Offsets to lines and columns. A line ends at LF; the CR of a CRLF belongs to the line it ends. */
export class Lines {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1))
      this.#starts.push(i + 1);
  }

  at(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] as number) + 1 };
  }
}

/** `__proto__` is a member like any other; plain assignment would set the prototype instead. */
export function setMember(target: Record<string, JsonValue>, name: string, value: JsonValue): void {
  if (name === '__proto__') {
    Object.defineProperty(target, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else {
    target[name] = value;
  }
}

/** A text that is not read at all, for its length. */
export function tooLarge(text: string, limits: ReadLimits): Reading {
  const message = `The text is ${text.length} characters long; at most ${limits.maxLength} are read.`;
  return {
    problems: [{ kind: 'too-large', message, pointer: '', position: { line: 1, column: 1 } }],
  };
}
