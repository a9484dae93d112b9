import { type Finding, finding, type Rule } from '@treaty/findings';
import type { FlowCheck, FlowUnderCheck } from '../../context.ts';
import { isMoment } from '../../keyword-values.ts';
import { firstDescribed, type RoutineAttribute, routineAttributes } from './routine-attributes.ts';

const rule: Rule = {
  id: 'reconcile/type-unfit',
  severity: 'error',
  summary: 'A reconcile routine treats an attribute as something that it is not.',
  why: 'A sum of texts, a tolerance of a minute on a number, a group by a list: what cannot be worked out is found equal, or fails on the night of its first run.',
  fix: 'Sum up numbers; give numbers a numeric tolerance and date-time strings a duration; match and group by single values.',
};

/** Sums are of numbers, tolerances fit their attributes, keys and groups are single values, states are texts. */
export const routinesFitTheTypes: FlowCheck = {
  rules: [rule],
  findings: (one) =>
    routineAttributes(one.flow).flatMap((named): Finding[] => {
      const use = useOf(one, named);
      const { routine, attribute, at, part } = named;
      const version =
        use &&
        firstDescribed(one, attribute, (found, place) => {
          const types = found.types.filter((type) => type !== 'null');
          const saysNothing = types.includes('string') && types.includes('object');
          return (
            !saysNothing &&
            !(
              types.every((type) => use.types.includes(type)) &&
              (!use.moment || isMoment(place.version, place.pointer))
            )
          );
        });
      if (use === undefined || version === undefined) return [];
      return [
        finding(rule, {
          message: `The routine ${routine} ${use.words} ${attribute}, which is ${use.moment ? 'no date-time string' : `no ${use.wanted}`} in ${one.flow.id} ${version.version}.`,
          location: one.flow.document.at(at, part),
        }),
      ];
    }),
};

interface Use {
  readonly words: string;
  readonly wanted: string;
  readonly types: readonly string[];
  readonly moment?: true;
}

const NUMBERS = ['number', 'integer'];
const VALUES = ['string', 'boolean', ...NUMBERS];

/** What a routine does with an attribute; undefined where anything will do. */
function useOf(
  { flow }: FlowUnderCheck,
  { routine, role, attribute }: RoutineAttribute,
): Use | undefined {
  switch (role) {
    case 'key':
      return { words: 'matches rows by', wanted: 'single value', types: VALUES };
    case 'by':
      return { words: 'sums up by', wanted: 'single value', types: VALUES };
    case 'sum':
      return { words: 'sums up', wanted: 'number', types: NUMBERS };
    case 'states':
      return { words: 'follows the states of', wanted: 'text', types: ['string'] };
    case 'compare': {
      const tolerance = flow.agreement.reconcile?.[routine]?.compare[attribute];
      if (tolerance === 'exact' || tolerance === undefined) return undefined;
      const words = `allows ${tolerance} of difference in`;
      if (typeof tolerance === 'number') return { words, wanted: 'number', types: NUMBERS };
      return { words, wanted: 'timestamp', types: ['string'], moment: true };
    }
  }
}
