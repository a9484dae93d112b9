import { type ChangeClass, isVersionName, parseReference } from '@treaty/registry';
import { isNewEntityName, isNewName } from '../names.ts';
import type { PayloadFile } from '../proposal/read-payloads.ts';
import type { PartyKind } from '../templates/party.ts';

/** What `treaty new` is asked for. */
export type NewRequest =
  | {
      readonly what: 'party';
      readonly name: string;
      readonly kind?: PartyKind;
      readonly title?: string;
    }
  | {
      readonly what: 'entity';
      readonly name: string;
      /** System of record of all its attributes, to begin with. */
      readonly record?: string;
      readonly title?: string;
    }
  | NewFlow
  | {
      /** A shared definition, with a first version. */
      readonly what: 'shared';
      readonly name: string;
    }
  | {
      readonly what: 'version';
      /** `shared`, where the next version of a shared definition is asked for. */
      readonly entity: string;
      readonly flow: string;
      /** The class of the change that is meant, or the number itself. */
      readonly next: ChangeClass | { readonly version: string };
    };

export interface NewFlow {
  readonly what: 'flow';
  readonly entity: string;
  readonly flow: string;
  /** By default the system that masters the entity, or originates it. */
  readonly producer?: string;
  readonly consumers?: readonly string[];
  readonly title?: string;
  /** Payloads that the first version is proposed from. */
  readonly from?: readonly PayloadFile[];
}

/**
 * Reads the words after `treaty new`: `party erp`, `entity order`, `order/returned`, `order/placed@minor`,
 * `order/placed@2.1.0`, `shared/money`, `shared/money@minor`. What flags say is added by the caller. Undefined for anything else.
 */
export function parseRequest(words: readonly string[]): NewRequest | undefined {
  const [first = '', name, ...rest] = words;
  if (rest.length > 0) return undefined;
  if (name !== undefined) {
    if (first === 'party' && isNewName(name)) return { what: 'party', name };
    return first === 'entity' && isNewEntityName(name) ? { what: 'entity', name } : undefined;
  }
  const reference = parseReference(first);
  if (reference === undefined || reference.commit !== undefined) return undefined;
  const [entity = '', flow = ''] = reference.flow.split('/');
  const next = reference.range;
  const shared = entity === 'shared';
  if (!(shared || isNewEntityName(entity)) || !isNewName(flow)) return undefined;
  if (next === undefined) {
    return shared ? { what: 'shared', name: flow } : { what: 'flow', entity, flow };
  }
  if (next === 'patch' || next === 'minor' || next === 'major') {
    return { what: 'version', entity, flow, next };
  }
  return isVersionName(next)
    ? { what: 'version', entity, flow, next: { version: next } }
    : undefined;
}
