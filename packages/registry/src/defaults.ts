import { isObject, type JsonObject, type JsonValue } from '@treaty/json';
import type { ContractDocument, TreatyDocument } from './documents/types.ts';
import type { Agreement, ApprovalPolicy, Compatibility, Settings } from './model.ts';

/** What treaty.yaml means where it is silent. */
export const DEFAULT_APPROVALS: ApprovalPolicy = {
  patch: ['steward'],
  minor: ['steward', 'producer'],
  major: ['steward', 'producer', 'records', 'consumers'],
};

const DEFAULT_COMPATIBILITY: Compatibility = {
  direction: 'full',
  writer: 'closed',
  window: { majors: 2, notice: '90d' },
  sunset: {},
};

export function settingsOf(treaty: TreatyDocument, document: Settings['document']): Settings {
  const severities = Object.entries(treaty.severity ?? {}).map(([rule, setting]) =>
    typeof setting === 'string' ? { rule, set: setting } : { rule, ...setting },
  );
  return {
    ...treaty,
    document,
    branch: treaty.branch ?? 'main',
    formats: treaty.formats ?? 'assert',
    failOn: treaty.failOn ?? 'error',
    require: treaty.require ?? [],
    approvals: { ...DEFAULT_APPROVALS, ...treaty.approvals },
    quorum: treaty.quorum ?? {},
    severity: Object.fromEntries(severities.map(({ rule, set }) => [rule, set])),
    reasons: Object.fromEntries(
      severities.flatMap((one) => ('reason' in one ? [[one.rule, one.reason]] : [])),
    ),
  };
}

/** contract.yaml with the registry's defaults, and Treaty's own, merged in. */
export function agreementOf(contract: ContractDocument, settings: Settings): Agreement {
  const { compatibility, delivery, incident, consumers, copies, ...rest } = contract;
  const defaults = settings.defaults ?? {};
  const filledDelivery = merge(defaults.delivery, delivery);
  const filledIncident = merge(defaults.incident, incident);
  return {
    ...rest,
    consumers: Object.entries(consumers).map(([party, reads]) => ({
      party,
      reads: Object.entries(reads).map(([range, attributes]) => ({ range, attributes })),
    })),
    copies: copies ?? [],
    compatibility: compatibilityOf(settings, compatibility),
    ...(filledDelivery === undefined ? {} : { delivery: filledDelivery }),
    ...(filledIncident === undefined ? {} : { incident: filledIncident }),
  } as Agreement;
}

/** Treaty's own defaults lie below everything, so that `null` there unsets back to them. */
export function compatibilityOf(
  settings: Settings,
  own?: ContractDocument['compatibility'],
): Compatibility {
  const above = merge(settings.defaults?.compatibility, own);
  return merge(DEFAULT_COMPATIBILITY, above) as Compatibility;
}

/** Maps merge key by key, `null` unsets, everything else replaces. */
function merge(below: unknown, above: unknown): unknown {
  const base = mergeValues(undefined, below as JsonValue | undefined);
  return mergeValues(base, above as JsonValue | undefined);
}

function mergeValues(
  below: JsonValue | undefined,
  above: JsonValue | undefined,
): JsonValue | undefined {
  if (above === null) return undefined;
  if (above === undefined) return below;
  if (!isObject(above)) return above;
  const base: JsonObject = isObject(below) ? below : {};
  const names = new Set([...Object.keys(base), ...Object.keys(above)]);
  const members = [...names].map((name) => [name, mergeValues(base[name], above[name])] as const);
  return Object.fromEntries(
    members.filter((entry): entry is [string, JsonValue] => entry[1] !== undefined),
  );
}
