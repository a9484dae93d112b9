import { type Finding, finding, type Rule } from '@treaty/findings';
import { formatPointer } from '@treaty/json';
import { type EntityCheck, severityOfCalendar } from '../../context.ts';
import { cutoversOf } from './cutovers.ts';

const rule: Rule = {
  id: 'ownership/cutover-overdue',
  severity: 'warning',
  summary: 'The day of a cutover is over, and the truth map still lets both systems send.',
  why: 'From that day on one system masters the attribute. As long as the map names two, the one that was to stop may go on, and nobody is told.',
  fix: 'Name the next system alone in the truth map and let it produce the flows; or move the day, with the owners of the entity. A warning, and an error under `check --calendar`.',
};

/** A cutover ends on its day: afterwards one system of record remains. */
export const cutoversEnd: EntityCheck = {
  rules: [rule],
  findings: ({ entity, flows }, input) =>
    cutoversOf(entity).flatMap(({ key, cutover: { now, next, on } }): Finding[] => {
      if (input.today <= on) return [];
      const still = flows.filter(({ flow }) => flow.agreement.producer === now);
      const sends = still.map(({ flow }) => flow.id).join(', ');
      const left = still.length > 0 ? `${now} still sends ${sends}` : 'the truth map names both';
      const what = key === '' ? entity.name : `${key} of ${entity.name}`;
      return [
        finding(rule, {
          message: `The cutover of ${what} from ${now} to ${next} was due on ${on}; ${left}.`,
          severity: severityOfCalendar(input),
          location: entity.document.at(formatPointer(['truth', key, 'on'])),
          related: still.map(({ flow }) => ({
            message: `${now} sends it`,
            location: flow.document.at('/producer'),
          })),
          fix: `Name ${next} alone in the truth map, once ${now} has stopped.`,
        }),
      ];
    }),
};
