import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { JsonValue } from '@treaty/json';
import { readDocument, treeOf } from '@treaty/registry';
import { compileSchema, type SchemaValidator } from '@treaty/validation';

const validator = reportValidator();

/** What the published schema says against a report as it is printed. */
export function reportFaults(text: string): readonly string[] {
  return validator
    .validate(JSON.parse(text) as JsonValue)
    .map(({ instance, message }) => `${instance}: ${message}`);
}

function reportValidator(): SchemaValidator {
  const path = createRequire(import.meta.url).resolve('@treaty/findings/report.schema.json');
  const tree = treeOf('memory', new Map([['report.schema.json', readFileSync(path)]]));
  const { document } = readDocument(tree, 'report.schema.json');
  if (document === undefined) throw new Error('the schema is there');
  const compiled = compileSchema(document, { formats: 'assert' });
  if (compiled.validator === undefined) throw new Error(compiled.findings[0]?.message);
  return compiled.validator;
}
