import { schemaLine } from './editor-schema.ts';
import { scalar } from './scalar.ts';

export interface SettingsTexts {
  readonly name: string;
  readonly package?: string;
  readonly branch: string;
}

/** treaty.yaml */
export function settingsText({ name, package: named, branch }: SettingsTexts): string {
  const line = `package: ${JSON.stringify(named ?? `@${name}/contracts`)}`;
  return `${schemaLine('treaty')}version: 1
name: ${name}
${named === undefined ? '# ' : ''}${line} # what \`treaty generate\` writes
branch: ${scalar(branch, 250)} # the protected branch: what is released there is locked

# Everything below is the default, written out so that you see what can be changed.
# approvals:
#   patch: [steward]
#   minor: [steward, producer]
#   major: [steward, producer, records, consumers]
# defaults: { compatibility: { direction: full, writer: closed, window: { majors: 2, notice: 90d } } }
# formats: assert
# failOn: error
`;
}
