import { fileURLToPath } from 'node:url';
import { loadRegistry, openFolder, type Version } from '@treaty/registry';

/** The top of the repository, which holds the sample registry. */
export const ROOT: string = fileURLToPath(new URL('../../..', import.meta.url));

/** The flows of the sample registry, each by its versions, lowest first. */
export function sampleFlows(): readonly (readonly Version[])[] {
  const { registry } = loadRegistry(openFolder(ROOT));
  return [...registry.flows.values()].map(({ versions }) => versions);
}
