import type { SemanticsDocument, Version } from '@treaty/registry';
import { type CompiledVersion, compileVersion } from '../src/index.ts';
import { documentOf } from './document.ts';

/** A version of the registry from the texts of its schema and (as JSON, which YAML contains) its semantics. */
function versionOf(schema: string, semantics?: string): Version {
  const document = semantics === undefined ? undefined : documentOf(semantics, 'semantics.yaml');
  return {
    version: '1.0.0',
    folder: 'schemas/order/placed/1.0.0',
    schema: documentOf(schema),
    semantics: document,
    meaning: document?.value as SemanticsDocument | undefined,
    migration: undefined,
    samples: [],
  };
}

export function compiledVersion(schema: string, semantics?: string): CompiledVersion {
  return compileVersion(versionOf(schema, semantics), { formats: 'assert' });
}
