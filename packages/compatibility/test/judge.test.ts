import type { JsonObject, JsonValue } from '@treaty/json';
import { type ChangeClass, releasedVersions } from '@treaty/registry';
import { describe, expect, test } from 'vitest';
import {
  isOverstated,
  isUnderstated,
  type Judgement,
  judge,
  judgementFindings,
  nextNumber,
} from '../src/index.ts';
import {
  type FlowParts,
  flowOf,
  registryOf,
  SCHEMA,
  SEMANTICS,
  type VersionParts,
  versionOf,
  withMeaning,
  withProperties,
} from './flows.ts';

const TODAY = '2026-11-24';

async function judged(parts: FlowParts, draft: string, today = TODAY): Promise<Judgement> {
  const flow = flowOf(registryOf(parts));
  const released = releasedVersions(flow);
  return judge(versionOf(flow, draft), { guard: flow, released, today, formats: 'assert' });
}

/** The class of 1.1.0 after the released 1.0.0. */
async function classOf(change: VersionParts, compatibility: JsonObject): Promise<ChangeClass> {
  const versions = { '1.0.0': {}, '1.1.0': change };
  const judgement = await judged(
    { versions, locked: ['1.0.0'], agreement: { compatibility } },
    '1.1.0',
  );
  return judgement.class;
}

const [patch, minor, major] = ['patch', 'minor', 'major'] as const;
const invariants = (...list: readonly JsonValue[]): VersionParts => ({
  semantics: withMeaning({ invariants: [...list] }),
});
const [first] = SEMANTICS['invariants'] as JsonObject[];
const second = { id: 'note-is-short', cel: 'this.id != "x"', message: 'x is no id' };
const identity = (change: JsonObject): VersionParts => ({
  semantics: withMeaning({ identity: { ...(SEMANTICS['identity'] as JsonObject), ...change } }),
});

describe('the class of a change, by what the agreement promises', () => {
  type Row = readonly [
    what: string,
    change: VersionParts,
    backward: ChangeClass,
    forward: ChangeClass,
    full: ChangeClass,
  ];
  test.each<Row>([
    ['nothing', {}, patch, patch, patch],
    ['other words', { schema: { ...SCHEMA, description: 'An order.' } }, patch, patch, patch],
    ['a sample', { samples: { one: { id: 'a', status: 'placed' } } }, patch, patch, patch],
    [
      'the same in other keywords',
      {
        schema: withProperties({
          status: { anyOf: [{ const: 'placed' }, { const: 'cancelled' }] },
        }),
      },
      patch,
      patch,
      patch,
    ],
    [
      'an optional attribute',
      { schema: withProperties({ gift: { type: 'boolean' } }) },
      minor,
      minor,
      minor,
    ],
    [
      'a required attribute',
      { schema: withProperties({}, ['id', 'status', 'note']) },
      major,
      minor,
      major,
    ],
    [
      'an attribute no longer required',
      { schema: withProperties({}, ['id']) },
      minor,
      major,
      major,
    ],
    [
      'a choice narrowed',
      { schema: withProperties({ status: { enum: ['placed'] } }) },
      major,
      minor,
      major,
    ],
    [
      'a choice widened',
      { schema: withProperties({ status: { enum: ['placed', 'cancelled', 'held'] } }) },
      minor,
      major,
      major,
    ],
    [
      'a type changed',
      { schema: withProperties({ id: { type: 'integer' } }) },
      major,
      major,
      major,
    ],
    ['an invariant added', invariants(first as JsonObject, second), major, minor, major],
    ['an invariant removed', invariants(), minor, major, major],
    [
      'an invariant edited',
      invariants({ ...first, cel: 'size(this.id) > 1' }),
      major,
      major,
      major,
    ],
    [
      'an invariant in other words',
      invariants({ ...first, message: 'say the id' }),
      patch,
      patch,
      patch,
    ],
    ['another key', identity({ key: ['/note'] }), major, major, major],
    ['another idempotency key', identity({ idempotencyKey: ['/id'] }), major, major, major],
    ['a sequence', identity({ sequence: { from: '/id' } }), major, major, major],
    ['another time of occurrence', identity({ occurredAt: '/note' }), patch, patch, patch],
    [
      // A backreference is beyond finite automata; what it allows is a part of what was allowed.
      'what cannot be decided',
      {
        schema: withProperties({
          id: { type: 'string', maxLength: 10, pattern: '^(?:(.)\\1|.)*$' },
        }),
      },
      major,
      minor,
      major,
    ],
  ])('%s', async (_, change, backward, forward, full) => {
    expect(await classOf(change, { direction: 'backward' })).toBe(backward);
    expect(await classOf(change, { direction: 'forward' })).toBe(forward);
    expect(await classOf(change, { direction: 'full' })).toBe(full);
  });

  test('where the writer is open, an attribute that is added meets what was sent under its name', async () => {
    const change = { schema: withProperties({ gift: { type: 'boolean' } }) };
    expect(await classOf(change, { direction: 'backward', writer: 'open' })).toBe(major);
    expect(await classOf(change, { direction: 'forward', writer: 'open' })).toBe(minor);
  });

  test('what is undecided says so, and is a finding', async () => {
    const pattern = { type: 'string', maxLength: 10, pattern: '^(?:(.)\\1|.)*$' };
    const parts: FlowParts = {
      versions: { '1.0.0': {}, '1.1.0': { schema: withProperties({ id: pattern }) } },
      locked: ['1.0.0'],
    };
    const judgement = await judged(parts, '1.1.0');
    expect(judgement.comparisons.map(({ verdict }) => verdict.verdict)).toEqual([
      'undecided',
      'contained',
    ]);
    const question = { writer: 'closed', formats: 'assert' } as const;
    const findings = await judgementFindings(flowOf(registryOf(parts)), judgement, question);
    expect(findings).toMatchObject([
      {
        rule: 'compatibility/undecided',
        direction: 'backward',
        affects: ['oms'],
        location: { pointer: expect.stringContaining('/properties/id') },
      },
    ]);
  });
});

describe('the versions that a draft is held against', () => {
  const narrow = { schema: withProperties({ status: { enum: ['placed'] } }) };
  const wide = { schema: withProperties({ status: { enum: ['placed', 'cancelled', 'held'] } }) };
  const others = ({ comparisons }: Judgement) =>
    comparisons.map(({ direction, other }) => `${direction} ${other.version}`);

  test('are all live ones of its major, not only the last', async () => {
    const versions = { '1.0.0': {}, '1.1.0': {}, '2.0.0': wide, '1.2.0': {} };
    const judgement = await judged({ versions, locked: ['1.0.0', '1.1.0', '2.0.0'] }, '1.2.0');
    expect(others(judgement)).toEqual([
      'backward 1.0.0',
      'backward 1.1.0',
      'forward 1.0.0',
      'forward 1.1.0',
    ]);
    expect(judgement.predecessor?.version).toBe('1.1.0');
  });

  test('below the live ones of its major it has no predecessor, and is held against them all the same', async () => {
    const judgement = await judged(
      { versions: { '1.0.0': wide, '1.1.0': narrow }, locked: ['1.1.0'] },
      '1.0.0',
    );
    expect(others(judgement)).toEqual(['backward 1.1.0', 'forward 1.1.0']);
    expect([judgement.class, judgement.opensMajor]).toEqual(['major', false]);
  });

  const sunset: FlowParts = {
    versions: { '1.0.0': {}, '1.1.0': narrow, '1.2.0': narrow },
    locked: ['1.0.0', '1.1.0'],
    agreement: {
      compatibility: { sunset: { '1.0.0': '2026-12-31' } },
      delivery: { retry: { within: '24h' }, deadLetter: { keep: '14d' } },
    },
  };
  test.each([
    [
      'deprecated',
      '2026-12-31',
      ['backward 1.0.0', 'backward 1.1.0', 'forward 1.0.0', 'forward 1.1.0'],
      major,
    ],
    ['draining', '2027-01-01', ['backward 1.0.0', 'backward 1.1.0', 'forward 1.1.0'], major],
    [
      'draining on its last day',
      '2027-01-15',
      ['backward 1.0.0', 'backward 1.1.0', 'forward 1.1.0'],
      major,
    ],
    ['retired', '2027-01-16', ['backward 1.1.0', 'forward 1.1.0'], patch],
  ] as const)('1.0.0 is %s', async (_, today, expected, computed) => {
    const judgement = await judged(sunset, '1.2.0', today);
    expect(others(judgement)).toEqual(expected);
    expect(judgement.class).toBe(computed);
  });

  test('what drains is no longer sent: forward it breaks nobody', async () => {
    const parts: FlowParts = {
      ...sunset,
      versions: { '1.0.0': narrow, '1.1.0': {}, '1.2.0': {} },
    };
    expect((await judged(parts, '1.2.0', '2026-12-31')).class).toBe(major);
    expect((await judged(parts, '1.2.0', '2027-01-01')).class).toBe(patch);
  });

  test('an older line is judged after its own predecessor', async () => {
    const versions = { '1.0.0': {}, '1.0.1': {}, '1.1.0': wide };
    const judgement = await judged({ versions, locked: ['1.0.0', '1.1.0'] }, '1.0.1');
    expect(judgement.predecessor?.version).toBe('1.0.0');
    expect(others(judgement)).toContain('backward 1.1.0');
  });
});

describe('the number of a draft', () => {
  type Row = readonly [string, VersionParts, ChangeClass, 'honest' | 'understated' | 'overstated'];
  const gift = { schema: withProperties({ gift: { type: 'boolean' } }) };
  const narrow = { schema: withProperties({ status: { enum: ['placed'] } }) };
  const opaque = {
    schema: withProperties({ id: { type: 'string', maxLength: 10, pattern: '^(?:(.)\\1|.)*$' } }),
  };
  test.each<Row>([
    ['1.0.1', {}, patch, 'honest'],
    ['1.0.1', gift, minor, 'understated'],
    ['1.0.1', narrow, major, 'understated'],
    ['1.1.0', {}, patch, 'overstated'],
    ['1.1.0', gift, minor, 'honest'],
    ['1.1.0', narrow, major, 'understated'],
    ['2.0.0', {}, patch, 'overstated'],
    ['2.0.0', gift, minor, 'overstated'],
    ['2.0.0', narrow, major, 'honest'],
    ['2.0.0', opaque, major, 'honest'],
    ['2.0.0', invariants(), major, 'honest'],
  ])('%s after 1.0.0 (%#)', async (version, change, computed, verdict) => {
    const judgement = await judged(
      { versions: { '1.0.0': {}, [version]: change }, locked: ['1.0.0'] },
      version,
    );
    expect(judgement.class).toBe(computed);
    expect(isUnderstated(judgement)).toBe(verdict === 'understated');
    expect(isOverstated(judgement)).toBe(verdict === 'overstated');
  });

  test('of the first version is a major, held against nothing', async () => {
    const judgement = await judged({ versions: { '1.0.0': {} } }, '1.0.0');
    expect(judgement).toMatchObject({ class: major, comparisons: [], predecessor: undefined });
    expect(isOverstated(judgement)).toBe(false);
  });

  test.each([
    ['1.2.3', patch, '1.2.4'],
    ['1.2.3', minor, '1.3.0'],
    ['1.2.3', major, '2.0.0'],
    ['9.9.9', minor, '9.10.0'],
  ] as const)('%s and a %s: %s', (version, change, expected) => {
    expect(nextNumber(version, change)).toBe(expected);
  });
});
