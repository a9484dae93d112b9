import { baselineOf } from '@treaty/checks';
import type { Finding } from '@treaty/findings';
import { BASELINE_FILE } from '@treaty/registry';
import { NOTHING, type Plan } from '../plan.ts';
import { editorSchema } from '../templates/editor-schema.ts';
import { jsonText } from '../templates/json-text.ts';

/** treaty.baseline.json: what is not in order on the day of adoption, so that `check` is green from then on. */
export function planBaseline(findings: readonly Finding[]): Plan {
  if (findings.length === 0) return NOTHING;
  const { version, findings: entries } = baselineOf(findings);
  const known = entries.map((entry) => ({ ...entry }));
  const document = { $schema: editorSchema('baseline'), version, findings: known };
  return {
    ...NOTHING,
    writes: [{ file: BASELINE_FILE, text: jsonText(document) }],
    nextSteps: [
      `${findings.length} ${findings.length === 1 ? 'finding is' : 'findings are'} listed in ${BASELINE_FILE}: mend them one by one, and strike them off.`,
    ],
  };
}
