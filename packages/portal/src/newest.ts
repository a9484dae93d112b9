import {
  type Flow,
  newestLive,
  releasedVersions,
  type State,
  stateOn,
  type Version,
} from '@treaty/registry';

export interface Newest {
  readonly version: Version;
  readonly state: State;
}

/** The newest version that is sent; where none is, the newest of all. Undefined for a flow without versions. */
export function newestOf(flow: Flow, today: string): Newest | undefined {
  const live = newestLive(flow, today);
  const version = flow.versions.findLast((one) => live === undefined || one.version === live);
  if (version === undefined) return undefined;
  return { version, state: stateOn(flow, version.version, releasedVersions(flow), today) };
}
