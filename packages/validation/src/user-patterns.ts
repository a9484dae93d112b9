import { boundedPattern } from '@treaty/schema';
import type { Options } from 'ajv';

type RegExpEngine = NonNullable<NonNullable<Options['code']>['regExp']>;

/** A pattern of a schema that could not be answered for a text within its bound. */
export interface Unanswered {
  readonly pattern: string;
  readonly text: string;
}

/** Runs the patterns of one schema within bounds, and keeps what stays unanswered. */
export interface UserPatterns {
  readonly regExp: RegExpEngine;
  /**
   * What `validate` says if patterns that stay unanswered match, or do not, and which those are.
   * A validator can only be told yes or no.
   */
  assuming<T>(
    match: boolean,
    validate: () => T,
  ): { readonly result: T; readonly unanswered: readonly Unanswered[] };
}

// More need not be told.
const MAX_UNANSWERED = 10;

export function userPatterns(): UserPatterns {
  let assumed = false;
  let unanswered = new Map<string, Unanswered>();
  const regExp = (pattern: string): ReturnType<RegExpEngine> => {
    const matches = boundedPattern(pattern);
    const bounded = {
      test(text: string): boolean {
        const answer = matches(text);
        if (answer === undefined && unanswered.size < MAX_UNANSWERED)
          unanswered.set(JSON.stringify([pattern, text]), { pattern, text });
        return answer ?? assumed;
      },
      // The name by which Ajv knows a pattern that it has met before.
      toString: () => `/${pattern}/u`,
    };
    return bounded;
  };
  return {
    regExp: Object.assign(regExp, { code: 'boundedPattern' }),
    assuming(match, validate) {
      assumed = match;
      unanswered = new Map();
      const result = validate();
      return { result, unanswered: [...unanswered.values()] };
    },
  };
}
