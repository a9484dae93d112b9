import { FlowMap, type Waiver } from '@treaty/registry';
import { describe, expect, test } from 'vitest';
import { runChecks } from '../src/index.ts';
import { brokenRegistry, type Checked } from './registries.ts';

const FLOW = 'order/placed';

/** The same registries, with the waivers in the agreement that is proposed. */
function withWaivers(name: string, waivers: readonly Partial<Waiver>[]): Checked {
  const { loaded, input } = brokenRegistry(name);
  const flow = input.head.flows.get(FLOW);
  if (flow === undefined) throw new Error('the flow is there');
  const all = waivers.map(
    (one): Waiver => ({
      version: '1.2.0',
      rule: 'compatibility/forward-broken',
      at: '/status',
      reason: 'Agreed with oms.',
      expires: '2027-01-31',
      ...one,
    }),
  );
  const waived = { ...flow, agreement: { ...flow.agreement, waivers: all } };
  const head = { ...input.head, flows: FlowMap.of([...input.head.flows.values(), waived]) };
  return { loaded: { ...loaded, registry: head }, input: { ...input, head } };
}

const run = ({ loaded, input }: Checked): ReturnType<typeof runChecks> => runChecks(loaded, input);
const rulesOf = async (one: Checked): Promise<readonly string[]> =>
  (await run(one)).findings.map(({ rule }) => rule);

describe('a waiver', () => {
  const widened = 'draft-widens-a-choice';

  test('counts from the head, silences its finding and is told instead', async () => {
    const result = await run(withWaivers(widened, [{}]));
    expect(result.findings.map(({ rule }) => rule)).toEqual(['waiver/in-force']);
    expect(result.findings[0]?.message).toContain('until 2027-01-31: Agreed with oms.');
    expect(result.waivers).toMatchObject([{ flow: FLOW, rule: 'compatibility/forward-broken' }]);
    expect(result.waivers[0]?.silences).toHaveLength(1);
  });

  test('never lowers the class', async () => {
    const { drafts } = await run(withWaivers(widened, [{}]));
    expect(drafts.map((draft) => draft.class)).toEqual(['major']);
  });

  test.each([
    ['another place', { at: '/channel' }],
    ['a place above', { at: '' }],
    ['another rule', { rule: 'compatibility/backward-broken' }],
    ['another version', { version: '1.3.0' }],
  ])('of %s silences nothing', async (_what, change) => {
    const rules = await rulesOf(withWaivers(widened, [change]));
    expect([...rules].sort()).toEqual(['compatibility/forward-broken', 'waiver/unused']);
  });

  test('that misses says where its rule is found', async () => {
    const { findings } = await run(withWaivers(widened, [{ at: '/state' }]));
    const unused = findings.find(({ rule }) => rule === 'waiver/unused');
    expect(unused?.fix).toBe('That rule has findings at: "/status".');
  });

  test('may name the place in the schema, as the finding does', async () => {
    const rules = await rulesOf(withWaivers(widened, [{ at: '/properties/status' }]));
    expect(rules).toEqual(['waiver/in-force']);
  });

  test('is held on its last day, and overdue on the next: a warning, and an error by the calendar', async () => {
    const on = async (expires: string): Promise<readonly string[]> =>
      rulesOf(withWaivers(widened, [{ expires }]));
    expect(await on('2026-11-24')).toEqual(['waiver/in-force']);
    expect(await on('2026-11-23')).toEqual(['waiver/expired']);
    const { loaded, input } = withWaivers(widened, [{ expires: '2026-11-23' }]);
    const severity = async (calendar: boolean): Promise<string | undefined> =>
      (await runChecks(loaded, { ...input, calendar })).findings[0]?.severity;
    expect([await severity(false), await severity(true)]).toEqual(['warning', 'error']);
  });

  test('given twice is unused the second time', async () => {
    const rules = await rulesOf(withWaivers(widened, [{}, {}]));
    expect([...rules].sort()).toEqual(['waiver/in-force', 'waiver/unused']);
  });

  test('of a released version is not looked at: it ended with the release', async () => {
    const rules = await rulesOf(withWaivers(widened, [{ version: '1.1.0' }]));
    expect(rules).toEqual(['compatibility/forward-broken']);
  });

  test('silences nothing that could not be read, nor what the lock says', async () => {
    const unreadable = { rule: 'document/malformed', at: '' };
    expect(await rulesOf(withWaivers('malformed-json-sample', [unreadable]))).toContain(
      'document/malformed',
    );
    const understated = { rule: 'compatibility/class-understated', version: '1.1.1', at: '' };
    expect(await rulesOf(withWaivers('number-understated', [understated]))).toContain(
      'compatibility/class-understated',
    );
  });
});
