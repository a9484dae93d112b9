import { schemaLine } from './editor-schema.ts';

/** schemas/<entity>/<flow>/<X.0.0>/migration.yaml */
export function migrationText(from: string): string {
  return `${schemaLine('migration')}from: ${from} # the highest version of the major before
operations: # from first to last; each has an inverse
  []
# - { move: /customerId, to: /customer/id }
# - { scale: /total, by: 100, as: integer }
# - { default: /currency, value: EUR } # lost on the way back
`;
}
