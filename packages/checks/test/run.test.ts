import { FlowMap } from '@treaty/registry';
import { describe, expect, test } from 'vitest';
import { runChecks } from '../src/index.ts';
import { brokenRegistry, type Checked, soundRegistry } from './registries.ts';

const rulesOf = async ({ loaded, input }: Checked): Promise<readonly string[]> =>
  (await runChecks(loaded, input)).findings.map(({ rule }) => rule);

/** The same registries, with severities set by the settings of the head or of the base. */
function withSeverity(
  { loaded, input }: Checked,
  side: 'head' | 'base',
  severity: Readonly<Record<string, 'off' | 'warning'>>,
): Checked {
  const set = <T extends typeof input.head>(registry: T): T => ({
    ...registry,
    settings: { ...registry.settings, severity },
  });
  if (side === 'head') return { loaded, input: { ...input, head: set(input.head) } };
  if (input.against === undefined) throw new Error('there is a base');
  return {
    loaded,
    input: { ...input, against: { ...input.against, base: set(input.against.base) } },
  };
}

describe('severities', () => {
  const widened = brokenRegistry('draft-widens-a-choice');
  const off = { 'compatibility/forward-broken': 'off' } as const;

  test('are those of the base: a pull request cannot turn off the rule that it breaks', async () => {
    expect(await rulesOf(withSeverity(widened, 'head', off))).toEqual(Object.keys(off));
    expect(await rulesOf(withSeverity(widened, 'base', off))).toEqual([]);
  });

  test.each(['off', 'warning'] as const)(
    'a cause that is set to %s does not hide its graver consequences',
    async (severity) => {
      const broken = brokenRegistry('keyword-of-wrong-form-against');
      const rules = await rulesOf(withSeverity(broken, 'base', { 'schema/invalid': severity }));
      expect(rules).toContain('compatibility/undecided');
    },
  );
});

describe('what comes with the calendar alone', () => {
  test('is a warning, and an error in a scheduled run', async () => {
    const { loaded, input } = brokenRegistry('cutover-overdue');
    const severities = async (calendar: boolean): Promise<readonly string[]> =>
      (await runChecks(loaded, { ...input, calendar })).findings.map(({ severity }) => severity);
    expect(await severities(false)).toEqual(['warning']);
    expect(await severities(true)).toEqual(['error']);
  });
});

describe('against a base', () => {
  test('a flow that did not change is not looked at', async () => {
    const { loaded, input } = soundRegistry(true);
    expect((await runChecks(loaded, input)).looked).toEqual({ flows: 0, versions: 0, samples: 0 });
  });

  test('a consumer that the change removes is still named as broken by it', async () => {
    const { loaded, input } = brokenRegistry('draft-widens-a-choice');
    const flows = FlowMap.of(
      [...input.head.flows.values()].map((flow) => {
        const agreement = { ...flow.agreement, consumers: [] };
        return { ...flow, agreement };
      }),
    );
    const { findings } = await runChecks(loaded, { ...input, head: { ...input.head, flows } });
    expect(findings.flatMap(({ affects }) => affects)).toEqual(['oms']);
  });
});
