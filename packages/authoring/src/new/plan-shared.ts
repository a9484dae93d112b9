import { SCHEMAS } from '@treaty/registry';
import { sentence, wordsOf } from '../names.ts';
import { NOTHING, type Plan } from '../plan.ts';
import { jsonText } from '../templates/json-text.ts';
import { sharedSteps } from './plan-version.ts';

/** A shared definition with a first version: an object to be filled. */
export function planShared(name: string): Plan {
  const place = `${SCHEMAS}/shared/${name}/1.0.0`;
  const title = sentence(wordsOf(name));
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title,
    description: `What every flow means by ${title.toLowerCase()}.`,
    type: 'object',
    required: [],
    properties: {},
  };
  return {
    ...NOTHING,
    writes: [{ file: `${place}/schema.json`, text: jsonText(schema) }],
    nextSteps: [
      `Name its stewards in CODEOWNERS: \`/${SCHEMAS}/shared/${name}/ @org/team\`.`,
      ...sharedSteps(`shared/${name}`, place),
    ],
  };
}
