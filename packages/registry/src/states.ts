import { addDays, seconds } from './durations.ts';
import type { Versioned } from './model.ts';
import { compareVersions, inRange, majorOf } from './version-name.ts';

/**
 * Where a version stands in its life on a day: a *draft* until a release locks it, then *active*;
 * *deprecated* while a sunset covers it; after the sunset day *draining* (no longer sent, still read, as
 * long as a retry or a dead letter may bring it back), then *retired*.
 */
export type State = 'draft' | 'active' | 'deprecated' | 'draining' | 'retired';

/** `released` are the versions that the base's lock names; `today` is a UTC date, `YYYY-MM-DD`. */
export function stateOn(
  flow: Versioned,
  version: string,
  released: ReadonlySet<string>,
  today: string,
): State {
  if (!released.has(version)) return 'draft';
  const sunset = sunsetOf(flow, version);
  if (sunset === undefined) return 'active';
  if (today <= sunset) return 'deprecated';
  return today <= addDays(sunset, drainDays(flow)) ? 'draining' : 'retired';
}

/** The last day on which a version is sent; the earliest, where several ranges cover it. */
function sunsetOf(flow: Versioned, version: string): string | undefined {
  return Object.entries(flow.agreement.compatibility.sunset)
    .filter(([range]) => inRange(version, range))
    .map(([, day]) => day)
    .sort()[0];
}

/** Days for which a payload may still arrive after its last sending: `retry.within` + `deadLetter.keep`. */
function drainDays(flow: Versioned): number {
  const { retry, deadLetter } = flow.agreement.delivery ?? {};
  const total = (seconds(retry?.within ?? '') ?? 0) + (seconds(deadLetter?.keep ?? '') ?? 0);
  return Math.ceil(total / 86_400);
}

/** Versions that are sent: active or deprecated, ascending. */
export function liveVersions(
  flow: Versioned,
  released: ReadonlySet<string>,
  today: string,
): readonly string[] {
  return flow.versions
    .map(({ version }) => version)
    .filter((version) =>
      ['active', 'deprecated'].includes(stateOn(flow, version, released, today)),
    );
}

/** Versions that must stay readable: live or draining, ascending. */
export function readVersions(
  flow: Versioned,
  released: ReadonlySet<string>,
  today: string,
): readonly string[] {
  return flow.versions
    .map(({ version }) => version)
    .filter((version) => !['draft', 'retired'].includes(stateOn(flow, version, released, today)));
}

export function releasedVersions(flow: Versioned | undefined): ReadonlySet<string> {
  return new Set(flow?.lock.map((entry) => entry.version));
}

/** The newest live version in a range; without a range the newest of all. Drafts do not count. */
export function newestLive(flow: Versioned, today: string, range = '*'): string | undefined {
  return liveVersions(flow, releasedVersions(flow), today).findLast((version) =>
    inRange(version, range),
  );
}

/** The highest released version below `version`. */
export function predecessor(version: string, released: ReadonlySet<string>): string | undefined {
  return [...released]
    .filter((other) => compareVersions(other, version) < 0)
    .sort(compareVersions)
    .at(-1);
}

export function sameMajor(a: string, b: string): boolean {
  return majorOf(a) === majorOf(b);
}
