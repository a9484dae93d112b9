import { remove, set } from './edit.ts';
import type { Kind } from './kind.ts';
import { inAgreement } from './living.ts';

export const INCIDENT_KINDS: readonly Kind[] = [
  inAgreement('an objective without a budget', ['incident/no-error-budget'], () => [
    set('100%', 'incident', 'objective', 'confirmed'),
  ]),
  inAgreement(
    'an escalation out of order',
    ['incident/escalation-unordered'],
    ({ agreement }, random) => {
      const steps = agreement.incident?.escalate?.length ?? 0;
      if (steps < 2) return undefined;
      const late = random.below(steps - 1);
      return [set(`${10 + random.below(10)}d`, 'incident', 'escalate', late, 'after')];
    },
  ),
  inAgreement('an escalation that waits', ['incident/nobody-called-at-once'], (_, random) => [
    set(`${1 + random.below(9)}m`, 'incident', 'escalate', 0, 'after'),
  ]),
  inAgreement(
    'an escalation that lost its first step',
    ['incident/nobody-called-at-once'],
    ({ agreement }) =>
      (agreement.incident?.escalate?.length ?? 0) < 2
        ? undefined
        : [remove('incident', 'escalate', 0)],
  ),
  inAgreement(
    'a follow-up that will have been done',
    ['incident/follow-up-done-in-future'],
    ({ agreement }, random) => {
      const i = random.below(agreement.incident?.followUps?.length ?? 0);
      if (agreement.incident?.followUps?.[i] === undefined) return undefined;
      return [set(`2027-0${1 + random.below(9)}-01`, 'incident', 'followUps', i, 'done')];
    },
  ),
  inAgreement(
    'a follow-up that is overdue',
    ['incident/follow-up-overdue'],
    ({ agreement }, random) => {
      const i = random.below(agreement.incident?.followUps?.length ?? 0);
      if (agreement.incident?.followUps?.[i] === undefined) return undefined;
      const day = `2026-0${1 + random.below(9)}-01`;
      return [
        set(day, 'incident', 'followUps', i, 'due'),
        remove('incident', 'followUps', i, 'done'),
      ];
    },
  ),
  inAgreement(
    'a gate below the objective',
    ['incident/advance-below-objective'],
    ({ agreement }) =>
      agreement.incident?.exposure && [
        set('50%', 'incident', 'exposure', 'halt', 'confirmed'),
        set('90%', 'incident', 'exposure', 'advance', 'confirmed'),
      ],
  ),
  inAgreement(
    'a gate below the halt',
    ['incident/gate-below-halt'],
    ({ agreement }) =>
      agreement.incident?.exposure && [set('99.99%', 'incident', 'exposure', 'halt', 'confirmed')],
  ),
  inAgreement(
    'a gate that looks too far back',
    ['incident/measured-beyond-hold'],
    ({ agreement }, random) => {
      const gate = random.pick(['advance', 'halt']) ?? '';
      return agreement.incident?.exposure && [set('30d', 'incident', 'exposure', gate, 'over')];
    },
  ),
  inAgreement(
    'no way back from no stage',
    ['incident/stage-unknown'],
    ({ agreement }, random) =>
      agreement.incident?.exposure && [
        set(`${30 + random.below(10)}%`, 'incident', 'exposure', 'irreversibleFrom'),
      ],
  ),
  inAgreement(
    'stages that fall',
    ['incident/stages-unordered'],
    ({ agreement }, random) =>
      agreement.incident?.exposure && [
        set(`${60 + random.below(30)}%`, 'incident', 'exposure', 'stages', 1),
      ],
  ),
  inAgreement('stages that end early', ['incident/stages-unordered'], ({ agreement }) => {
    const { stages, irreversibleFrom } = agreement.incident?.exposure ?? {};
    if (stages === undefined || irreversibleFrom === '100%') return undefined;
    return [remove('incident', 'exposure', 'stages', stages.length - 1)];
  }),
];
