import type { Registry, Version, Versioned } from './model.ts';
import { newestLive } from './states.ts';
import { inRange, isRange } from './version-name.ts';

/** What has versions, by its id: a flow, or a shared definition. */
export function versionedOf(registry: Registry, id: string): Versioned | undefined {
  return registry.flows.get(id) ?? registry.shared.get(id);
}

/** What a person names: `order/placed`, `order/placed@^2.0.0`, `main:order/placed@2`. */
export interface Reference {
  /** A branch, tag or commit, as it was written; absent: the registry as it lies there. */
  readonly commit?: string;
  /** The id of a flow; whether there is one, the registry says. */
  readonly flow: string;
  /** What stands behind the `@`, as it was written: a range, mostly. */
  readonly range?: string;
}

const NAME = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*';
const REFERENCE = new RegExp(`^(?:(.+):)?(${NAME}/${NAME})(?:@([^@]+))?$`);

/** Undefined for what names no flow. */
export function parseReference(text: string): Reference | undefined {
  const [, commit, flow, range] = REFERENCE.exec(text) ?? [];
  if (flow === undefined) return undefined;
  return {
    flow,
    ...(commit === undefined ? {} : { commit }),
    ...(range === undefined ? {} : { range }),
  };
}

/**
 * The version that a range means: with a day the newest that is live on it, or the one of just this
 * number, whatever its state; without a day the newest of all, drafts among them.
 */
export function versionIn(flow: Versioned, range = '*', today?: string): Version | undefined {
  if (!isRange(range)) return undefined;
  if (today === undefined) return flow.versions.findLast(({ version }) => inRange(version, range));
  const live = newestLive(flow, today, range);
  return flow.versions.find(({ version }) => version === (live ?? range));
}
