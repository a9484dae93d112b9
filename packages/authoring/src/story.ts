import { nextNumber } from '@treaty/compatibility';
import { type JsonValue, readJson, valueAt } from '@treaty/json';
import { type FileTree, loadRegistry } from '@treaty/registry';
import { addItem, addMember, renameMember, replaceValue } from './edit-json.ts';
import { planNew } from './new/plan-new.ts';
import { NOTHING, type Plan, type Write } from './plan.ts';

/** What `treaty demo` plays on a copy of the sample registry. */
export interface Story {
  readonly flow: string;
  /** The draft that both changes are. */
  readonly version: string;
  /** Breaks the flow's consumers. */
  readonly tempting: Step;
  /** Gives the same team what it needs, and breaks nobody. Writes over the tempting change. */
  readonly right: Step;
  readonly good: Payload;
  readonly bad: Payload;
}

export interface Step {
  /** What is printed before it. */
  readonly says: string;
  readonly plan: Plan;
}

/** A payload to validate against the flow. */
export interface Payload extends Write {
  readonly says: string;
}

const FLOW = 'order/placed';
const METHOD: JsonValue = {
  description: 'How the customer pays.',
  enum: ['card', 'invoice', 'wallet'],
};

/** Plans the story from the sample registry as it stands; pure, so that each run tells the same. */
export function storyOf(sample: FileTree): Story {
  const flow = loadRegistry(sample).registry.flows.get(FLOW);
  const newest = flow?.versions.at(-1);
  const valid = newest?.samples.find(({ kind }) => kind === 'valid');
  if (newest === undefined || valid === undefined) {
    throw new Error(`the sample registry has no ${FLOW} with a sample`);
  }
  const version = nextNumber(newest.version, 'minor');
  const [entity = '', name = ''] = FLOW.split('/');
  const draft = planNew(sample, { what: 'version', entity, flow: name, next: { version } });
  const payload = new TextDecoder().decode(sample.read(valid.document.file));
  return {
    flow: FLOW,
    version,
    tempting: {
      says: `The storefront wants to send how an order is paid, calls VAT a tax, and has closed its kiosks. It writes ${FLOW} ${version}.`,
      plan: edited(draft, temptingSchema, temptingPayload),
    },
    right: {
      says: 'The storefront takes the rename and the narrowing back, and makes the payment method optional, with a sample that shows it.',
      plan: withSample(
        edited(draft, rightSchema, (text) => text),
        version,
        payload,
      ),
    },
    good: {
      says: 'An order as the storefront sends it.',
      file: 'order.json',
      text: payload,
    },
    bad: {
      says: 'The same order with four mistakes that every integration has seen: an amount in euros instead of cents, a currency in small letters, a time without its offset, and no customer number.',
      file: 'order-with-mistakes.json',
      text: withMistakes(payload),
    },
  };
}

type Edit = (text: string) => string;

function temptingSchema(text: string): string {
  const line = '/$defs/line';
  const required = listAt(text, `${line}/required`);
  return [
    (one: string) => replaceValue(one, '/properties/channel/enum', ['web', 'app']),
    (one: string) => addMember(one, '/properties', 'paymentMethod', METHOD),
    (one: string) => addItem(one, '/required', 'paymentMethod'),
    (one: string) => renameMember(one, `${line}/properties/vatBasisPoints`, 'taxBasisPoints'),
    (one: string) =>
      replaceValue(one, `${line}/required/${required.indexOf('vatBasisPoints')}`, 'taxBasisPoints'),
  ].reduce((edited, edit) => edit(edited), text);
}

/** The author keeps the samples in step with the schema: what breaks is what others hold. */
function temptingPayload(text: string): string {
  const lines = listAt(text, '/lines');
  const renamed = lines.reduce<string>(
    (one, _, i) => renameMember(one, `/lines/${i}/vatBasisPoints`, 'taxBasisPoints'),
    text,
  );
  return addMember(renamed, '', 'paymentMethod', 'card');
}

function rightSchema(text: string): string {
  return addMember(text, '/properties', 'paymentMethod', METHOD);
}

function withSample(plan: Plan, version: string, payload: string): Plan {
  const file = `schemas/${FLOW}/${version}/samples/valid/paid-by-invoice.json`;
  const text = addMember(payload, '', 'paymentMethod', 'invoice');
  return { ...plan, writes: [...plan.writes, { file, text }] };
}

function withMistakes(text: string): string {
  const amount = valueAt(parsed(text), '/total/amount');
  return [
    (one: string) => replaceValue(one, '/total/amount', Number(amount) / 100),
    (one: string) => replaceValue(one, '/total/currency', 'eur'),
    (one: string) => replaceValue(one, '/placedAt', '2026-11-02T18:44:09'),
    (one: string) => renameMember(one, '/customer/id', 'number'),
  ].reduce((edited, edit) => edit(edited), text);
}

function edited(draft: Plan, schema: Edit, sample: Edit): Plan {
  const writes = draft.writes.map(({ file, text }) => {
    if (file.endsWith('/schema.json')) return { file, text: schema(text) };
    return { file, text: file.includes('/samples/') ? sample(text) : text };
  });
  return { ...NOTHING, writes };
}

function listAt(text: string, pointer: string): readonly JsonValue[] {
  const list = valueAt(parsed(text), pointer);
  return Array.isArray(list) ? list : [];
}

function parsed(text: string): JsonValue {
  return readJson(text).located?.value ?? null;
}
