import { type Finding, finding, type Rule } from '@treaty/findings';
import { formatPointer } from '@treaty/json';
import { placeOf } from '@treaty/registry';
import { suggestion } from '../../attributes.ts';
import type { EntityCheck, FlowUnderCheck } from '../../context.ts';
import { headsOf } from '../../flows.ts';
import { choicesAt } from '../../keyword-values.ts';

const rule: Rule = {
  id: 'reconcile/state-unknown',
  severity: 'error',
  summary: 'A reconcile routine names a state that the payloads do not know.',
  why: 'A state that never occurs allows nothing, and the one that was meant is not allowed: every such row is a mismatch, or none is.',
  fix: 'Name states of the enum: on the left those of this flow, on the right also those that the second side sends in a flow of its own.',
};

/**
 * States on the first side are choices of the flow. States on the second side are choices of the flow, or
 * of a flow of the entity that the second side produces; where it produces none that has such choices, it
 * may have states of its own that no payload shows.
 */
export const statesExist: EntityCheck = {
  rules: [rule],
  findings: ({ flows, changed }) =>
    flows.flatMap((one) => {
      const { id, agreement, document } = one.flow;
      if (!changed.has(id)) return [];
      return Object.entries(agreement.reconcile ?? {}).flatMap(
        ([routine, { between, states = {} }]) =>
          Object.entries(states).flatMap(([attribute, map]) => {
            const own = choicesOf([one], attribute);
            const theirs = choicesOf(
              flows.filter(({ flow }) => flow.agreement.producer === between[1]),
              attribute,
            );
            const path = ['reconcile', routine, 'states', attribute];
            return Object.entries(map).flatMap(([here, there]): Finding[] => [
              ...(own.length === 0 || own.includes(here)
                ? []
                : [
                    finding(rule, {
                      message: `The routine ${routine} names the state ${here} of ${attribute}, which ${id} does not know.`,
                      location: document.at(formatPointer([...path, here]), 'name'),
                      ...suggestion(here, own),
                    }),
                  ]),
              ...there.flatMap((state, i): Finding[] =>
                theirs.length === 0 || own.includes(state) || theirs.includes(state)
                  ? []
                  : [
                      finding(rule, {
                        message: `The routine ${routine} allows the state ${state} of ${attribute}, which ${between[1]} does not send.`,
                        location: document.at(formatPointer([...path, here, i])),
                        ...suggestion(state, [...theirs, ...own]),
                      }),
                    ],
              ),
            ]);
          }),
      );
    }),
};

function choicesOf(flows: readonly FlowUnderCheck[], attribute: string): readonly string[] {
  return flows.flatMap((one) =>
    headsOf(one).flatMap((version) => {
      const pointer = placeOf(one.flow, version.version, attribute);
      return (pointer === undefined ? undefined : choicesAt(version, pointer)) ?? [];
    }),
  );
}
