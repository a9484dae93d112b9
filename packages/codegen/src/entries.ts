import { type Flow, majorOf, readVersions, releasedVersions, type Version } from '@treaty/registry';
import { typeName } from './projection/names.ts';

/** One module of the package: a major of a flow, as its newest version stands. */
export interface Entry {
  readonly flow: Flow;
  readonly version: Version;
  /** `order/placed/v2`: the path below the package's name. */
  readonly path: string;
  /** Name of the main type: `OrderPlaced`. */
  readonly type: string;
}

/**
 * The entries of a flow on a day, ascending: for each major the newest version that is live or draining.
 * Drafts are in no client, and neither is what is retired.
 */
export function entriesOf(flow: Flow, today: string): readonly Entry[] {
  const newest = new Map<number, string>();
  for (const name of readVersions(flow, releasedVersions(flow), today)) {
    newest.set(majorOf(name), name);
  }
  return flow.versions
    .filter(({ version }) => newest.get(majorOf(version)) === version)
    .map((version) => ({
      flow,
      version,
      path: `${flow.id}/v${majorOf(version.version)}`,
      type: typeName(flow.id) ?? 'Payload',
    }));
}
