import { type Finding, finding, type Rule } from '@treaty/findings';
import {
  type Flow,
  partyFile,
  type Registry,
  type SeatName,
  type Settings,
  type Truth,
} from '@treaty/registry';
import { flowsInScope, type RegistryCheck } from '../../context.ts';
import { ownersIn } from './documents.ts';
import { onePerson } from './people.ts';

const rule: Rule = {
  id: 'codeowners/one-person-twice',
  severity: 'warning',
  summary: 'One person alone owns several seats of a flow.',
  why: 'Different seats of one flow need different people: who speaks for the producer does not speak for the consumer in the same breath. A change that asks both can never pass.',
  fix: 'Name a second person, or teams, for one of the two.',
};

/** No two seats of a flow can be filled by one and the same person only. */
export const seatsHavePeople: RegistryCheck = {
  rules: [rule],
  findings: (input) => {
    const { head, against, owners } = input;
    if (owners === undefined) return [];
    const { settings } = against?.base ?? head;
    const faults = new Map<string, { person: string; titles: string[]; flows: Flow[] }>();
    for (const flow of flowsInScope(input)) {
      const seats = seatsOf(flow, head, settings).map(({ title, file }) => ({
        title,
        person: onePerson(ownersIn(owners, file).owners),
      }));
      for (const person of new Set(seats.map((seat) => seat.person))) {
        const titles = seats.filter((seat) => seat.person === person).map(({ title }) => title);
        if (person === undefined || titles.length < 2) continue;
        // The same seats of several flows are one fault: it lies in CODEOWNERS.
        const key = [person, ...titles.toSorted()].join(' ');
        const known = faults.get(key) ?? { person, titles, flows: [] };
        known.flows.push(flow);
        faults.set(key, known);
      }
    }
    return [...faults.values()].map(({ person, titles, flows }): Finding => {
      const [flow] = flows as [Flow];
      const more = flows.length > 1 ? ` and ${flows.length - 1} more` : '';
      return finding(rule, {
        message: `Only @${person} can speak for ${titles.join(' and for ')} of ${flow.id}${more}, and different seats need different people.`,
        location: flow.document.at(''),
        subject: person,
      });
    });
  },
};

interface PossibleSeat {
  readonly title: string;
  /** Whose owners fill it. */
  readonly file: string;
}

/** The seats that a change of the flow may ask, whatever its class. */
function seatsOf(
  flow: Flow,
  { entities, parties }: Registry,
  { approvals }: Settings,
): readonly PossibleSeat[] {
  const asked = new Set<SeatName>(Object.values(approvals).flat());
  const truth = Object.values(entities.get(flow.entity)?.truth ?? {});
  const named = new Set([
    ...(asked.has('producer') ? [flow.agreement.producer] : []),
    ...(asked.has('consumers') ? flow.agreement.consumers.map(({ party }) => party) : []),
    ...(asked.has('records') ? truth.flatMap(recordsIn) : []),
  ]);
  const steward = { title: 'the steward', file: flow.document.file };
  return [
    ...(asked.has('steward') ? [steward] : []),
    ...[...named]
      .filter((party) => parties.has(party))
      .map((party) => ({ title: party, file: partyFile(party) })),
  ];
}

function recordsIn(truth: Truth): readonly string[] {
  if (typeof truth === 'string') return [truth];
  return 'now' in truth ? [truth.now, truth.next] : [truth.record];
}
