import { member } from '@treaty/json';
import {
  type Flow,
  inRange,
  releasedVersions,
  type SourceDocument,
  stateOn,
} from '@treaty/registry';
import { code, type Markdown, section, table, text } from '../markdown.ts';
import type { Source } from '../source.ts';

const AGREES = {
  full: 'Within a major, payloads of an older version stay readable with a newer one, and the other way round',
  backward: 'Within a major, payloads of an older version stay readable with a newer one',
  forward: 'Payloads of a newer version are readable with an older one',
} as const;

const SENDS = {
  closed: 'the producer sends only what its version declares',
  open: 'the producer may send more than its version declares',
} as const;

/** Every version, newest first, with its state today; what versions promise each other; and what is waived. */
export function versionsSection({ today }: Source, flow: Flow): Markdown {
  const { direction, writer, window } = flow.agreement.compatibility;
  const released = releasedVersions(flow);
  const rows = flow.versions.toReversed().map(({ version, migration }) => {
    const entry = flow.lock.find((one) => one.version === version);
    return [
      version,
      stateOn(flow, version, released, today),
      entry?.released ?? '',
      entry?.class ?? '',
      lastDayOf(flow, version) ?? '',
      fromOf(migration),
    ];
  });
  const waivers = (flow.agreement.waivers ?? []).map(({ version, rule, at, reason, expires }) => [
    version,
    code(rule),
    at === '' ? 'everywhere' : code(at),
    text(reason),
    expires,
  ]);
  return section(
    '## Versions',
    table(['version', 'state', 'released', 'class', 'sent until', 'migration'], rows) ??
      'There are none yet.',
    `${AGREES[direction]}; ${SENDS[writer]}. At most ${window.majors} majors live at once, and a sunset is announced at least ${window.notice} ahead.`,
    section('### Waivers', table(['version', 'rule', 'at', 'reason', 'until'], waivers)),
  );
}

function fromOf(migration: SourceDocument | undefined): Markdown {
  const from = member(migration?.value ?? null, 'from');
  return typeof from === 'string' ? `from ${text(from)}` : '';
}

function lastDayOf({ agreement }: Flow, version: string): string | undefined {
  return Object.entries(agreement.compatibility.sunset)
    .filter(([range]) => inRange(version, range))
    .map(([, day]) => day)
    .sort()[0];
}
