import {
  registerSchema,
  type SchemaObject,
  setShouldValidateFormat,
  unregisterSchema,
  validate,
} from '@hyperjump/json-schema/draft-2020-12';
import type { JsonValue } from '@treaty/json';
import { metaschemaOf, type SchemaDocument } from '@treaty/schema';
import '@hyperjump/json-schema/draft-2019-09';
import '@hyperjump/json-schema/draft-07';
import '@hyperjump/json-schema/draft-06';
import '@hyperjump/json-schema/draft-04';
import '@hyperjump/json-schema/formats';
import { withoutSpeakingData } from './exactly.ts';
import { standalone } from './standalone.ts';

const URI = 'https://treaty.invalid/judged';
/** Two decisions at once may hold the same schema: each gets a name of its own. */
let judged = 0;

/**
 * Compiles a schema with Hyperjump, which keeps schemas and settings in one registry for the whole
 * process: the schema is taken out again before anybody else can run. Throws what Hyperjump throws.
 */
export async function hyperjumpJudge(
  document: SchemaDocument,
  assertFormats: boolean,
): Promise<(value: JsonValue) => boolean> {
  judged += 1;
  const uri = `${URI}/${judged}`;
  const dialect = metaschemaOf(document.dialect).replace(/#$/, '');
  const adapt = withoutSpeakingData(document.dialect);
  registerSchema(standalone(document, { adapt }) as SchemaObject | boolean, uri, dialect);
  try {
    const compiled = await validate(uri);
    return (value) => {
      setShouldValidateFormat(assertFormats);
      try {
        return compiled(value as Parameters<typeof compiled>[0]).valid;
      } finally {
        setShouldValidateFormat(undefined);
      }
    };
  } finally {
    unregisterSchema(uri);
  }
}
