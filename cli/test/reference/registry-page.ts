import { isObject, type JsonObject, type JsonValue } from '@treaty/json';
import { type DocumentKind, documentSchema } from '@treaty/registry';

const DOCUMENTS: readonly (readonly [kind: DocumentKind, file: string])[] = [
  ['treaty', 'treaty.yaml'],
  ['party', 'schemas/parties/<party>.yaml'],
  ['entity', 'schemas/<entity>/entity.yaml'],
  ['contract', 'schemas/<entity>/<flow>/contract.yaml'],
  ['semantics', 'schemas/<entity>/<flow>/<version>/semantics.yaml'],
  ['migration', 'schemas/<entity>/<flow>/<version>/migration.yaml'],
  ['lock', 'schemas/<entity>/<flow>/contract.lock'],
  ['baseline', 'treaty.baseline.json'],
];

/** docs/reference/registry.md, from the JSON Schemas of the documents. */
export function registryPage(): string {
  const sections = DOCUMENTS.map(([kind, file]) => {
    const schema = documentSchema(kind) as JsonObject;
    const rows = rowsOf(schema, schema, '', new Set());
    const table = ['| key | meaning |', '| --- | --- |', ...rows].join('\n');
    return `## ${schema['title']}\n\n\`${file}\`\n\n${schema['description']}\n\n${table}\n`;
  });
  return `# Registry reference

<!-- Made from packages/registry/documents by UPDATE_GOLDEN=1 vitest run cli/test/reference.test.ts. -->

Every document of a registry, key by key. A * marks the keys that are required; \`<name>\` is a key of your own, \`[]\` an item of a list. Editors that know YAML schemas show the same texts while you type: the first line of each document names its schema.

Beside these documents stand \`schema.json\` in each version's folder (JSON Schema, draft-06 to 2020-12; 2020-12 by default), its samples (\`samples/valid/<name>.json\`, \`samples/invalid/<name>.<failure>.json\`, the failure being a keyword or an invariant's id), \`CHANGELOG.md\` and \`runbook.md\` of a flow.

${sections.join('\n')}`;
}

function rowsOf(
  schema: JsonValue | undefined,
  root: JsonObject,
  path: string,
  seen: ReadonlySet<string>,
): string[] {
  const { node, references } = followed(schema, root, seen);
  const rows: string[] = [];
  const add = (name: string, inner: JsonValue | undefined, required: boolean): void => {
    const at = path === '' ? name : `${path}.${name}`;
    const target = followed(inner, root, references).node;
    rows.push(`| \`${at}\`${required ? ' *' : ''} | ${meaningOf(inner, target)} |`);
    rows.push(...rowsOf(inner, root, at, references));
  };
  const required = new Set(Array.isArray(node['required']) ? (node['required'] as string[]) : []);
  for (const [name, inner] of Object.entries(member(node, 'properties')))
    add(name, inner, required.has(name));
  if (isObject(node['additionalProperties'])) add('<name>', node['additionalProperties'], false);
  if (isObject(node['items'])) rows.push(...rowsOf(node['items'], root, `${path}[]`, references));
  for (const choice of ['oneOf', 'anyOf']) {
    for (const branch of Array.isArray(node[choice]) ? (node[choice] as JsonValue[]) : []) {
      rows.push(...rowsOf(branch, root, path, references));
    }
  }
  return [...new Set(rows)];
}

function followed(
  schema: JsonValue | undefined,
  root: JsonObject,
  seen: ReadonlySet<string>,
): { node: JsonObject; references: ReadonlySet<string> } {
  if (!isObject(schema)) return { node: {}, references: seen };
  const reference = schema['$ref'];
  if (typeof reference !== 'string' || seen.has(reference))
    return { node: schema, references: seen };
  const name = reference.replace('#/$defs/', '');
  const target = member(root, '$defs')[name];
  const inner = followed(target, root, new Set([...seen, reference]));
  return { node: { ...inner.node, ...schema }, references: inner.references };
}

function member(node: JsonObject, name: string): JsonObject {
  const value = node[name];
  return isObject(value) ? value : {};
}

function meaningOf(schema: JsonValue | undefined, target: JsonObject): string {
  const own = isObject(schema) ? schema['description'] : undefined;
  const text = String(own ?? target['description'] ?? '');
  const initial = target['default'];
  const said = /Default:/.test(text) || initial === undefined;
  return `${text}${said ? '' : ` Default: \`${JSON.stringify(initial)}\`.`}`
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;');
}
