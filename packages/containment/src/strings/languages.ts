import type { DFA } from 'refa';
import { accepts, complement, intersection, languageOf } from './language.ts';

/** The languages of the patterns of one question, each made once. */
export class Languages {
  readonly #patterns = new Map<string, DFA | undefined>();
  readonly #complements = new Map<string, DFA | undefined>();

  pattern(source: string): DFA | undefined {
    if (!this.#patterns.has(source)) this.#patterns.set(source, languageOf(source));
    return this.#patterns.get(source);
  }

  /** Whether a pattern finds a match in the text, without a backtracking engine; undefined: not known. */
  matches(source: string, text: string): boolean | undefined {
    const language = this.pattern(source);
    return language && accepts(language, text);
  }

  /** What all of `patterns` and none of `denied` match; undefined where there is no automaton for it. */
  combine(patterns: readonly string[], denied: readonly string[]): DFA | undefined {
    const parts = [
      ...patterns.map((source) => this.pattern(source)),
      ...denied.map((source) => this.#complement(source)),
    ];
    return parts.reduce((a, b) => a && b && intersection(a, b));
  }

  #complement(source: string): DFA | undefined {
    if (!this.#complements.has(source)) {
      const language = this.pattern(source);
      this.#complements.set(source, language && complement(language));
    }
    return this.#complements.get(source);
  }
}
