import { sentence, wordsOf } from '../names.ts';
import { schemaLine } from './editor-schema.ts';
import { scalar } from './scalar.ts';

/** schemas/<name>/entity.yaml; `record` is the system of record of everything, to begin with. */
export function entityText(
  name: string,
  record: string,
  title: string = sentence(wordsOf(name)),
): string {
  return `${schemaLine('entity')}title: ${scalar(title)}
truth: # attribute: its system of record; the longest pointer wins
  "": ${record}
`;
}
