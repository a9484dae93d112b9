// Writes src/documents/types.ts from documents/*.schema.json. With --check it writes nothing and
// exits 1 when the file is not what it would write.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { compile } from 'json-schema-to-typescript';

const folder = new URL('../documents/', import.meta.url);
const target = new URL('../src/documents/types.ts', import.meta.url);
const suffix = '.schema.json';
const banner =
  '// biome-ignore-all format: generated from documents/*.schema.json by scripts/document-types.js';

const capitalised = (name) => name[0].toUpperCase() + name.slice(1);

/** All documents as one schema, so that a piece that several of them share becomes one type. */
function combined() {
  const properties = {};
  const $defs = {};
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith(suffix)) continue;
    const document = file.slice(0, -suffix.length);
    const { $schema, $id, title, $defs: own, ...root } = readJson(new URL(file, folder));
    for (const [name, definition] of Object.entries(own)) {
      if (name in $defs && !isDeepStrictEqual($defs[name], definition)) {
        throw new Error(`${file}: $defs/${name} differs from the one in another document`);
      }
      $defs[name] = definition;
    }
    $defs[`${document}Document`] = root;
    properties[document] = { $ref: `#/$defs/${document}Document` };
  }
  const required = Object.keys(properties);
  if (required.length === 0) throw new Error('no document schema found');
  return { type: 'object', additionalProperties: false, required, properties, $defs };
}

/**
 * Lets every reference keep the name of what it refers to. The compiler inlines a `$ref` that has
 * siblings, so it goes into an `allOf`; and `null` moves from the definition of an object to the
 * places that refer to it, so that the type is an interface and a place says that it may be unset.
 */
function namedReferences(schema) {
  const nullable = new Set();
  for (const [name, definition] of Object.entries(schema.$defs)) {
    if (!isDeepStrictEqual(definition.type, ['object', 'null'])) continue;
    definition.type = 'object';
    nullable.add(`#/$defs/${name}`);
  }
  const visit = (value) => {
    if (Array.isArray(value)) return value.map(visit);
    if (value === null || typeof value !== 'object') return value;
    const { $ref, description } = value;
    if (typeof $ref === 'string') {
      const choice = nullable.has($ref)
        ? { anyOf: [{ $ref }, { type: 'null' }] }
        : { allOf: [{ $ref }] };
      return description === undefined ? choice : { description, ...choice };
    }
    if (isDeepStrictEqual(Object.keys(value), ['description'])) {
      return { description, tsType: 'unknown' };
    }
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, visit(child)]));
  };
  return visit(schema);
}

function readJson(url) {
  return JSON.parse(readFileSync(url, 'utf8'));
}

const body = await compile(namedReferences(combined()), 'Documents', {
  bannerComment: banner,
  format: false,
  unknownAny: true,
  customName: (_, key) => (key === undefined ? undefined : capitalised(key)),
});
const text = `${body.replace(/[ \t]+$/gm, '').trimEnd()}\n`;

if (!process.argv.includes('--check')) {
  writeFileSync(target, text);
} else if (text !== readFileSync(target, 'utf8').replaceAll('\r\n', '\n')) {
  console.error('src/documents/types.ts is stale: run node scripts/document-types.js');
  process.exitCode = 1;
}
