import { type JsonObject, type JsonValue, member } from '@treaty/json';
import { DIALECTS, type Dialect, metaschemaOf, readSchema } from '@treaty/schema';
import { standalone } from '../judges/standalone.ts';
import { companionOf } from './companion.ts';

/**
 * The schema of what a closed writer sends: the payloads that are valid under `schema` and in which no
 * object holds a member that is not declared for it. An object that declares `properties` and is silent
 * about other names sends no others. Declared is what any in-place applicator declares, whether or not
 * its branch holds; an object without `properties`, and one that says what further members are like,
 * stays open; under `not`, `if` and `contains` nothing is closed.
 *
 * The result is the schema and, beside it, a companion that only says which members there may be: so
 * whatever it accepts the schema accepts, and open containment implies closed containment.
 *
 * A schema that closes nothing, or that cannot be read, is returned as it is.
 */
export function closeWriter(schema: JsonValue, dialect?: Dialect): JsonValue {
  const document = readSchema(schema, dialect ? { dialect } : {});
  if (document.problems.some(({ kind }) => kind !== 'reference-remote')) return schema;
  const store = isBefore2019(document.dialect) ? 'definitions' : '$defs';
  const companion = companionOf(document, `#/${store}/`);
  const writer = standalone(document, { at: `/${store}/writer` });
  if (!companion || writer === undefined) return schema;
  const annotations: JsonObject = Object.fromEntries(
    ['title', 'description', 'examples', 'default'].flatMap((name) => {
      const value = member(schema, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return {
    $schema: metaschemaOf(document.dialect),
    ...annotations,
    allOf: [{ $ref: `#/${store}/writer` }, { $ref: `#/${store}/${companion.root}` }],
    [store]: { writer, ...companion.definitions },
  };
}

function isBefore2019(dialect: Dialect): boolean {
  return DIALECTS.indexOf(dialect) < DIALECTS.indexOf('2019-09');
}
