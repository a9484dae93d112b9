import { type Finding, finding, type Rule } from '@treaty/findings';
import type { Agreement } from '@treaty/registry';
import type { FlowCheck } from '../../context.ts';

const rule: Rule = {
  id: 'agreement/duty-without-party',
  severity: 'error',
  summary: 'An agreement promises something that nobody is responsible for.',
  why: 'Dead letters, mismatches and incidents of nobody stay where they are: each party takes it that the other one looks.',
  fix: 'Name a party under `responsible`; its people are the owners of its file.',
};

type Duty = Exclude<keyof NonNullable<Agreement['responsible']>, 'retries'>;

/** What the duties are there for, where it is said at all; retries fall to the producer. */
const DUTIES: Readonly<
  Record<Duty, { part: string; of: (agreement: Agreement) => unknown; at: string }>
> = {
  deadLetters: {
    part: 'keeps dead letters',
    of: ({ delivery }) => delivery?.deadLetter,
    at: '/delivery/deadLetter',
  },
  reconciliation: {
    part: 'looks for mismatches',
    of: ({ reconcile }) => reconcile,
    at: '/reconcile',
  },
  incident: { part: 'has a plan for incidents', of: ({ incident }) => incident, at: '/incident' },
  stop: {
    part: 'raises exposure in stages',
    of: ({ incident }) => incident?.exposure,
    at: '/incident/exposure',
  },
};

/** Every duty that the agreement brings has a party. */
export const dutiesHaveAParty: FlowCheck = {
  rules: [rule],
  findings: ({ flow }) =>
    Object.entries(DUTIES).flatMap(([duty, { part, of, at }]): Finding[] => {
      const { agreement, document } = flow;
      if (of(agreement) === undefined || agreement.responsible?.[duty as Duty] !== undefined)
        return [];
      return [
        finding(rule, {
          message: `${flow.id} ${part}, and names no party under responsible.${duty}.`,
          location: document.at(at, 'name'),
          subject: duty,
        }),
      ];
    }),
};
