import { escapeToken, type JsonValue } from '@treaty/json';
import type { SchemaDocument, Violation } from '@treaty/schema';
import { patternsOf } from './patterns-of.ts';
import type { Unanswered } from './user-patterns.ts';

/** Says that a pattern could not be decided, where its text stands in the value: never that it is fine. */
export function undecided(
  { pattern, text }: Unanswered,
  value: JsonValue,
  schema: SchemaDocument,
): Violation {
  const place = patternsOf(schema).find((one) => one.pattern === pattern)?.pointer ?? '';
  return {
    ...firstPlace(text, value),
    schema: `#${place}`,
    keyword: 'pattern',
    message: `Could not be decided: the pattern ${shortened(pattern)} may take too long on these ${text.length} characters.`,
    fix: 'Rewrite the pattern without repetition inside of repetition, or bound the text by a maxLength.',
  };
}

/** The first string that is the text or, where there is none, the object that has it for a name. */
function firstPlace(text: string, root: JsonValue): Pick<Violation, 'instance' | 'member'> {
  let named: Pick<Violation, 'instance' | 'member'> | undefined;
  const open: [pointer: string, value: JsonValue][] = [['', root]];
  for (const [pointer, value] of open) {
    if (value === text) return { instance: pointer };
    if (typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value) && Object.hasOwn(value, text))
      named ??= { instance: pointer, member: text };
    for (const [name, child] of Object.entries(value))
      open.push([`${pointer}/${escapeToken(name)}`, child as JsonValue]);
  }
  return named ?? { instance: '' };
}

const MAX_SHOWN = 60;

function shortened(pattern: string): string {
  return pattern.length > MAX_SHOWN ? `${pattern.slice(0, MAX_SHOWN)}…` : pattern;
}
