import { type Finding, finding, type Rule } from '@treaty/findings';
import { formatPointer, type Pointer } from '@treaty/json';
import type { Flow } from '@treaty/registry';
import { suggestion } from '../../attributes.ts';
import { flowsInScope, type RegistryCheck } from '../../context.ts';
import { isFlowThere } from '../../flows.ts';

const rule: Rule = {
  id: 'agreement/flow-unknown',
  severity: 'error',
  summary: 'An agreement relies on a flow that the registry does not have.',
  why: 'A confirmation that no flow carries never arrives, and a repair that no flow carries is made past everybody.',
  fix: 'Name the flow as <entity>/<flow>, or add it: `treaty new <entity>/<flow>`.',
};

/** The flows that confirm and repair exist. */
export const flowsExist: RegistryCheck = {
  rules: [rule],
  findings: (input) =>
    flowsInScope(input).flatMap((flow) =>
      flowsNamedBy(flow).flatMap(({ id, at, duty }): Finding[] => {
        if (isFlowThere(input.head, id)) return [];
        return [
          finding(rule, {
            message: `${flow.id} is to be ${duty} through ${id}, which does not exist.`,
            location: flow.document.at(at),
            ...suggestion(id, input.head.flows.ids()),
          }),
        ];
      }),
    ),
};

interface NamedFlow {
  readonly id: string;
  readonly at: Pointer;
  readonly duty: 'confirmed' | 'repaired';
}

function flowsNamedBy({ agreement }: Flow): readonly NamedFlow[] {
  const confirm = agreement.delivery?.confirm?.through;
  const repairs = Object.entries(agreement.reconcile ?? {}).flatMap(([name, { repair }]) =>
    repair === undefined
      ? []
      : [
          {
            id: repair.through,
            at: formatPointer(['reconcile', name, 'repair', 'through']),
            duty: 'repaired' as const,
          },
        ],
  );
  if (confirm === undefined) return repairs;
  return [{ id: confirm, at: '/delivery/confirm/through', duty: 'confirmed' }, ...repairs];
}
