import { draftKind } from './draft.ts';
import { edited, set } from './edit.ts';
import type { Kind } from './kind.ts';
import { editedDocument } from './living.ts';

/** Waivers and severities: what silences findings is looked at itself. */
export const SILENCING_KINDS: readonly Kind[] = [
  waiver('a waiver of nothing', 'waiver/unused', {
    rule: 'compatibility/forward-broken',
    at: '',
    expires: '2027-06-30',
  }),
  waiver('a waiver that is over', 'waiver/expired', {
    rule: 'lint/description-missing',
    at: '/extra',
    expires: '2026-01-31',
  }),
  waiver('a waiver of what cannot be waived', 'waiver/over-broad', {
    rule: 'compatibility/class-understated',
    at: '/extra',
    expires: '2027-06-30',
  }),
  {
    name: 'a severity of a rule that is none',
    rules: ['settings/unknown-rule'],
    plant: (random, sample) => {
      const rule = random.pick([
        'lint/unbounded-strings',
        'ownership/three-writers',
        'lint/nothing',
      ]);
      return editedDocument(sample, 'treaty.yaml', [set('off', 'severity', rule ?? '')]);
    },
  },
  {
    name: 'what cannot be read is to be passed over',
    rules: ['settings/rule-not-lowered'],
    plant: (random, sample) => {
      const rule = random.pick(['document/malformed', 'document/too-large']);
      return editedDocument(sample, 'treaty.yaml', [set('off', 'severity', rule ?? '')]);
    },
  },
  {
    name: 'a baseline that grows',
    rules: ['baseline/grown'],
    plant: (random, { registry }) => {
      const file = random.pick([...registry.flows.values()])?.document.file ?? '';
      const entry = {
        fingerprint: '0123456789abcdef',
        rule: 'lint/description-missing',
        file,
        message: 'x',
      };
      const text = JSON.stringify({ version: 1, findings: [entry] });
      const at = 'treaty.baseline.json';
      return { at, what: 'one more entry', changes: new Map([[at, text]]) };
    },
  },
];

/** A draft with an attribute that has no description, and a waiver in its agreement. */
function waiver(name: string, rule: string, of: Readonly<Record<string, string>>): Kind {
  return draftKind(name, [rule], 'minor', ({ flow, version, folder, changes }, _, sample) => {
    const schema = `${folder}/schema.json`;
    const extra = { type: 'integer', minimum: 0, maximum: 9 };
    const text = edited(schema, changes.get(schema) ?? '', [set(extra, 'properties', 'extra')]);
    const entry = { version, reason: 'We will see.', ...of };
    const plant = editedDocument(sample, flow.document.file, [set([entry], 'waivers')]);
    return { ...plant, changes: new Map([...changes, [schema, text], ...plant.changes]) };
  });
}
