import { camel, sentence, wordsOf } from '../names.ts';
import type { Write } from '../plan.ts';
import { schemaLine } from './editor-schema.ts';
import { jsonText } from './json-text.ts';

/** The members that the first version of a flow has: which thing, which change to it, when. */
export function firstMembers(entity: string): readonly [key: string, revision: string, at: string] {
  return [camel([...wordsOf(entity), 'id']), 'revision', 'occurredAt'];
}

/** The files of a flow's first version, in its folder: small, complete, and meant to be grown. */
export function firstVersion(folder: string, entity: string, title: string): readonly Write[] {
  const [key, revision, at] = firstMembers(entity);
  const thing = sentence(wordsOf(entity));
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title,
    type: 'object',
    required: [key, revision, at],
    properties: {
      [key]: {
        description: `Identifies the ${thing.toLowerCase()}.`,
        type: 'string',
        pattern: '^[A-Za-z0-9-]{1,64}$',
      },
      [revision]: {
        description: `1 at first; grows with every change to the ${thing.toLowerCase()}.`,
        type: 'integer',
        minimum: 1,
        maximum: 1_000_000,
      },
      [at]: { description: 'When it happened.', type: 'string', format: 'date-time' },
    },
  };
  const semantics = `${schemaLine('semantics')}identity:
  key: [/${key}] # which thing
  idempotencyKey: [/${key}, /${revision}] # which change to it
  sequence: { from: /${revision} } # what is older than what was seen is dropped
  occurredAt: /${at}
# invariants: # what always holds, beyond the shape
#   - id: total-is-sum
#     cel: "sum(this.lines.map(l, l.total)) == this.total"
#     message: total must equal the sum of the line totals
`;
  const payload = { [key]: `${entity}-1001`, [revision]: 1, [at]: '2026-01-31T09:30:00+01:00' };
  return [
    { file: `${folder}/schema.json`, text: jsonText(schema) },
    { file: `${folder}/semantics.yaml`, text: semantics },
    { file: `${folder}/samples/valid/first.json`, text: jsonText(payload) },
    {
      file: `${folder}/samples/invalid/before-the-first-revision.minimum.json`,
      text: jsonText({ ...payload, [revision]: 0 }),
    },
  ];
}
