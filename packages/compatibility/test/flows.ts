import type { JsonObject, JsonValue } from '@treaty/json';
import {
  type Flow,
  loadRegistry,
  lockLine,
  type Registry,
  treeOf,
  type Version,
  versionDigest,
} from '@treaty/registry';

export interface VersionParts {
  readonly schema?: JsonValue;
  readonly semantics?: JsonValue;
  /** Valid samples, by name. */
  readonly samples?: Readonly<Record<string, JsonValue>>;
}

export interface FlowParts {
  /** By number; what a version does not say is as in {@link SOUND}. */
  readonly versions: Readonly<Record<string, VersionParts>>;
  /** The versions that the lock names, in this order. */
  readonly locked?: readonly string[];
  readonly agreement?: JsonObject;
  /** The entity's truth map. */
  readonly truth?: JsonObject;
  readonly settings?: JsonObject;
}

export const SCHEMA: JsonObject = {
  type: 'object',
  required: ['id', 'status'],
  properties: {
    id: { type: 'string', maxLength: 10 },
    status: { enum: ['placed', 'cancelled'] },
    note: { type: 'string', maxLength: 20 },
  },
};
export const SEMANTICS: JsonObject = {
  identity: { key: ['/id'], idempotencyKey: ['/id', '/status'] },
  invariants: [{ id: 'id-is-there', cel: 'size(this.id) > 0', message: 'the id is not empty' }],
};

const FOLDER = 'schemas/order/placed';

/** A registry of one flow, order/placed. */
export function registryOf({
  versions,
  locked = [],
  agreement = {},
  truth = { '': 'storefront' },
  settings = {},
}: FlowParts): Registry {
  const files = new Map<string, string>();
  const write = (file: string, value: JsonValue): unknown => files.set(file, JSON.stringify(value));
  write('treaty.yaml', { version: 1, name: 'test', ...settings });
  for (const party of ['storefront', 'oms', 'crm', 'wms']) {
    write(`schemas/parties/${party}.yaml`, { kind: 'system', title: party });
  }
  write('schemas/order/entity.yaml', { title: 'Order', truth });
  write(`${FOLDER}/contract.yaml`, {
    title: 'Order placed',
    producer: 'storefront',
    consumers: { oms: { '*': 'all' } },
    ...agreement,
  });
  for (const [version, { schema, semantics, samples }] of Object.entries(versions)) {
    write(`${FOLDER}/${version}/schema.json`, schema ?? SCHEMA);
    write(`${FOLDER}/${version}/semantics.yaml`, semantics ?? SEMANTICS);
    for (const [name, value] of Object.entries(samples ?? {})) {
      write(`${FOLDER}/${version}/samples/valid/${name}.json`, value);
    }
  }
  const unlocked = load(files);
  const lines = locked.map((version) => {
    const digest = versionDigest(versionOf(flowOf(unlocked), version));
    return lockLine({ version, released: '2026-01-01', class: 'major', digest, verdict: digest });
  });
  if (lines.length > 0) files.set(`${FOLDER}/contract.lock`, lines.join(''));
  return load(files);
}

function load(files: ReadonlyMap<string, string>): Registry {
  const { registry, findings } = loadRegistry(treeOf('memory', files));
  if (findings.length > 0) throw new Error(findings.map(({ message }) => message).join('\n'));
  return registry;
}

export function flowOf(registry: Registry): Flow {
  const flow = registry.flows.get('order/placed');
  if (flow === undefined) throw new Error('the fixture has its flow');
  return flow;
}

export function versionOf(flow: Flow, name: string): Version {
  const version = flow.versions.find((one) => one.version === name);
  if (version === undefined) throw new Error(`the fixture has no ${name}`);
  return version;
}

/** A schema with some of its properties otherwise. */
export function withProperties(properties: JsonObject, required?: readonly string[]): JsonObject {
  return {
    ...SCHEMA,
    ...(required === undefined ? {} : { required: [...required] }),
    properties: { ...(SCHEMA['properties'] as JsonObject), ...properties },
  };
}

/** The semantics with other invariants, or another identity. */
export function withMeaning(change: JsonObject): JsonObject {
  return { ...SEMANTICS, ...change };
}
