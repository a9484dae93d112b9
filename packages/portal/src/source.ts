import { type Codeowners, ownersOf } from '@treaty/codeowners';
import type { Registry } from '@treaty/registry';
import { inWords, type Markdown, text } from './markdown.ts';

/** What the pages are made from. */
export interface Source {
  readonly registry: Registry;
  /** UTC date, `YYYY-MM-DD`. */
  readonly today: string;
  /** Undefined where there is no CODEOWNERS file. */
  readonly codeowners: Codeowners | undefined;
  /** The registry's folder inside the repository: `''`, or ending in a slash. */
  readonly prefix: string;
}

/** The owners of a file of the registry, as CODEOWNERS names them. */
export function peopleOf({ codeowners, prefix }: Source, file: string): Markdown {
  const owners = codeowners === undefined ? [] : ownersOf(codeowners, prefix + file).owners;
  return owners.length === 0 ? 'nobody' : inWords(owners.map(text), 'or');
}

export function peopleOfParty(source: Source, party: string): Markdown {
  const known = source.registry.parties.get(party);
  return known === undefined ? 'no such party' : peopleOf(source, known.document.file);
}
