import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  entryDigest,
  type LockEntry,
  loadRegistry,
  lockLine,
  treeOf,
  versionDigest,
} from '@treaty/registry';

/** How many flows of one entity there are. */
const FLOWS_AN_ENTITY = 20;
const SYSTEMS = ['storefront', 'oms', 'erp', 'pim', 'wms', 'crm', 'search', 'psp'];
const MINORS = 5;
const ADDED = ['channel', 'campaign', 'warehouse', 'note', 'priority'];

/**
 * A registry of so many flows with five released versions each, as files: every version adds an optional
 * attribute to the one before, has 17 to 21 attributes, two valid and two invalid samples, an invariant, and
 * an agreement with every section. The same number gives the same bytes.
 */
export function largeRegistry(flows: number): ReadonlyMap<string, string> {
  const files = new Map<string, string>([
    ['treaty.yaml', 'version: 1\nname: large\nrequire: [delivery, reconcile, incident]\n'],
    ['CODEOWNERS', '* @acme/platform\n'],
  ]);
  for (const system of SYSTEMS) {
    const contact = `contact: { page: "pagerduty:${system}", chat: "#${system}" }`;
    files.set(`schemas/parties/${system}.yaml`, `kind: system\ntitle: ${system}\n${contact}\n`);
  }
  for (let i = 0; i < flows; i++) addFlow(files, i);
  return files;
}

/** Writes files below a folder. */
export function writeFiles(root: string, files: ReadonlyMap<string, string>): void {
  for (const [file, text] of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}

function addFlow(files: Map<string, string>, i: number): void {
  const number = Math.floor(i / FLOWS_AN_ENTITY) + 1;
  const entity = `entity-${number}`;
  const system = (offset: number): string => SYSTEMS[(number + offset) % SYSTEMS.length] as string;
  const [producer, first, second] = [system(0), system(1), system(2)];
  const folder = `schemas/${entity}/flow-${(i % FLOWS_AN_ENTITY) + 1}`;
  files.set(
    `schemas/${entity}/entity.yaml`,
    `title: Entity ${number}\ntruth: { "": ${producer} }\n`,
  );
  files.set(`${folder}/contract.yaml`, agreement(i, producer, first, second));
  for (let minor = 0; minor < MINORS; minor++) {
    const version = `${folder}/1.${minor}.0`;
    files.set(`${version}/schema.json`, text(schema(i, minor)));
    files.set(`${version}/semantics.yaml`, SEMANTICS);
    for (const [name, payload] of Object.entries(samples(minor))) {
      files.set(`${version}/samples/${name}.json`, text(payload));
    }
  }
  files.set(`${folder}/contract.lock`, lockOf(files, folder));
}

/** The lock that releases would have written. */
function lockOf(files: ReadonlyMap<string, string>, folder: string): string {
  const own = new Map([...files].filter(([file]) => file.startsWith(`${folder}/`)));
  const flow = loadRegistry(treeOf('', own)).registry.flows.get(folder.slice('schemas/'.length));
  const lines: string[] = [];
  let previous: LockEntry | undefined;
  for (const [i, version] of (flow?.versions ?? []).entries()) {
    const digest = versionDigest(version);
    const entry: LockEntry = {
      version: version.version,
      released: `2026-0${i + 1}-01`,
      class: i === 0 ? 'major' : 'minor',
      digest,
      verdict: digest,
      ...(previous === undefined ? {} : { previous: entryDigest(previous) }),
    };
    lines.push(lockLine(entry));
    previous = entry;
  }
  return lines.join('');
}

function agreement(i: number, producer: string, first: string, second: string): string {
  return `title: Flow ${i + 1}
summary: ${producer} tells what happened to one of its things, as soon as it knows.
producer: ${producer}
consumers:
  ${first}: { ^1.0.0: all }
  ${second}: { ^1.0.0: [/id, /revision, /changedAt, /total] }
responsible: { deadLetters: ${first}, reconciliation: ${first}, incident: ${producer}, stop: [${producer}, ${first}] }
delivery:
  retry: { first: 1s, factor: 2, cap: 5m, within: 12h }
  deduplicate: { within: 10d }
  rate: { perSecond: 100, burst: 500, inFlight: 64 }
  deadLetter: { keep: 7d, respond: 30m, resolve: 4h, actions: [replay, correct, abandon] }
reconcile:
  ${producer}-${first}:
    between: [${producer}, ${first}]
    compare: { /revision: exact, /total/amount: exact }
    totals: { sum: /total/amount, by: [/total/currency] }
    every: 1h
    settle: 30m
    respond: 30m
    resolve: 4h
incident:
  objective: { confirmed: 99.9%, over: 28d }
  alert: { silence: 30m, lag: 10m, deadLetters: 1 }
  escalate: [{ to: ${producer}, after: 0m }, { to: ${first}, after: 15m }]
`;
}

const SEMANTICS = `identity:
  key: [/id]
  idempotencyKey: [/id, /revision]
  sequence: { from: /revision }
  occurredAt: /changedAt
invariants:
  - id: total-is-sum
    cel: "sum(this.lines.map(l, l.amount)) == this.total.amount"
    message: total must equal the sum of the lines
`;

function schema(i: number, minor: number): object {
  const added = ADDED.slice(0, minor).map((name) => [
    name,
    { description: `The ${name}, where it is known.`, type: 'string', maxLength: 40 },
  ]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `Flow ${i + 1}`,
    type: 'object',
    required: ['id', 'revision', 'changedAt', 'status', 'party', 'lines', 'total'],
    properties: {
      id: { description: 'Which one.', type: 'string', pattern: '^[A-Z]{2}-[0-9]{6}$' },
      revision: { description: 'Grows with every change.', type: 'integer', minimum: 1 },
      changedAt: { description: 'When it changed.', type: 'string', format: 'date-time' },
      status: { description: 'Where it stands.', enum: ['open', 'held', 'closed', 'other'] },
      party: {
        description: 'Whom it concerns.',
        type: 'object',
        required: ['id', 'kind'],
        properties: {
          id: { description: 'Which one.', type: 'string', pattern: '^P-[0-9]{1,8}$' },
          kind: { description: 'What it is.', enum: ['person', 'company', 'other'] },
          country: { description: 'By ISO 3166.', type: 'string', pattern: '^[A-Z]{2}$' },
        },
      },
      lines: {
        description: 'What it consists of.',
        type: 'array',
        minItems: 1,
        maxItems: 500,
        items: {
          type: 'object',
          required: ['sku', 'quantity', 'amount'],
          properties: {
            sku: { description: 'Of the article.', type: 'string', pattern: '^[A-Z0-9-]{3,20}$' },
            quantity: { description: 'In pieces.', type: 'integer', minimum: 1, maximum: 100000 },
            amount: { description: 'In minor units.', type: 'integer' },
          },
        },
      },
      total: { $ref: '#/$defs/money' },
      ...Object.fromEntries(added),
    },
    $defs: {
      money: {
        description: 'An amount of money.',
        type: 'object',
        required: ['amount', 'currency'],
        properties: {
          amount: { description: 'In minor units.', type: 'integer' },
          currency: { description: 'By ISO 4217.', type: 'string', pattern: '^[A-Z]{3}$' },
        },
      },
    },
  };
}

function samples(minor: number): Readonly<Record<string, object>> {
  const payload = {
    id: 'AB-123456',
    revision: 1 + minor,
    changedAt: '2026-03-02T10:15:00Z',
    status: 'open',
    party: { id: 'P-77', kind: 'company' },
    lines: [
      { sku: 'LAMP-01', quantity: 2, amount: 5980 },
      { sku: 'SHIPPING', quantity: 1, amount: 490 },
    ],
    total: { amount: 6470, currency: 'EUR' },
  };
  const { party: _, ...withoutParty } = payload;
  return {
    'valid/two-lines': payload,
    'valid/closed': { ...payload, status: 'closed', revision: 9 },
    'invalid/no-party.required': withoutParty,
    'invalid/does-not-add-up.total-is-sum': { ...payload, total: { amount: 1, currency: 'EUR' } },
  };
}

function text(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
