import { type Finding, finding, type Rule } from '@treaty/findings';
import { canonical, type JsonValue } from '@treaty/json';
import { attemptsOf, type Flow, type Registry } from '@treaty/registry';
import { type CheckInput, flowsInScope, type RegistryCheck } from '../../context.ts';
import { grouped } from '../../grouped.ts';

const rule: Rule = {
  id: 'delivery/retry-storm',
  severity: 'warning',
  summary: 'Retries may multiply along a chain of flows.',
  why: 'A consumer that does not recognise a payload that comes again sends its own payloads again as well, each with all its retries. At the end of the chain one payload has become thousands, at the moment when the last system is weakest.',
  fix: 'Let the consumers recognise duplicates: `deduplicate` in contract.yaml, and an idempotency key in semantics.yaml.',
};

/**
 * What one payload may become at the end of a chain, at most. Two flows in a row that each retry for a day
 * (some 580 attempts) are 340,000; 10,000 is a hundred times a hundred, more than two hops of ordinary
 * patience, and less than any two hops of a day.
 */
const MOST = 10_000;
const LONGEST = 8;
/** Of all chains of a registry together, by steps and not by time: it may be drawn to have endless ones. */
const MOST_STEPS = 100_000;

/**
 * The bound on a retry storm: a flow leads on to the flows that its consumers produce. Where the consumers
 * recognise duplicates, a payload that comes again goes no further, and its attempts do not multiply; where
 * they do not, each attempt may send everything further on. The bound is the product of the expected
 * attempts along such a chain, the last flow included, however it ends.
 */
export const retriesDoNotMultiply: RegistryCheck = {
  rules: [rule],
  findings: (input) => {
    if (!touchesChains(input)) return [];
    const { head } = input;
    const walk = walkOver(head);
    return [...head.flows.values()].flatMap((flow): Finding[] => {
      if (recognises(flow) || walk.attempts(flow) <= 1) return [];
      const chain = walk.worstFrom(flow);
      const [, ...further] = chain;
      if (further.length === 0 || walk.product(chain) <= MOST) return [];
      return [
        finding(rule, {
          message: `One payload of ${flow.id} may become ${walk.product(chain)} of ${chain.at(-1)?.id}: ${chain.map(walk.attempts).join(' × ')} attempts, and nobody recognises duplicates on the way.`,
          location: flow.document.at('/delivery/retry', 'name'),
          related: further.map(({ id, agreement, document }) => ({
            message: `${agreement.producer} sends ${id}`,
            location: document.at('/producer'),
          })),
        }),
      ];
    });
  },
};

/** Chains are made of who sends, who reads and how it is retried; reading all of them takes its time. */
function touchesChains(input: CheckInput): boolean {
  if (input.against === undefined) return true;
  const { flows } = input.against.mergeBase;
  const links = ({ agreement: { producer, consumers, delivery } }: Flow): string =>
    canonical([producer, consumers.map(({ party }) => party), (delivery ?? null) as JsonValue]);
  return flowsInScope(input).some((flow) => {
    const before = flows.get(flow.id);
    return before === undefined || links(before) !== links(flow);
  });
}

interface Walk {
  /** How often a payload of the flow is tried, on average; 1 without retries. */
  readonly attempts: (flow: Flow) => number;
  readonly product: (chain: readonly Flow[]) => number;
  /** The chain with the largest product that was found, and enough where it is too large. */
  readonly worstFrom: (flow: Flow) => readonly Flow[];
}

function walkOver({ flows }: Registry): Walk {
  const byProducer = grouped(flows.values(), ({ agreement }) => agreement.producer);
  const counted = new Map<Flow, number>();
  const attempts = (flow: Flow): number => {
    const { retry } = flow.agreement.delivery ?? {};
    const count = counted.get(flow) ?? (retry && attemptsOf(retry)?.expected) ?? 1;
    counted.set(flow, count);
    return count;
  };
  const product = (chain: readonly Flow[]): number =>
    chain.reduce((so, flow) => so * attempts(flow), 1);
  let steps = 0;
  const worstFrom = (from: Flow): readonly Flow[] => {
    let worst: readonly Flow[] = [from];
    const visit = (chain: readonly Flow[], last: Flow): void => {
      if (product(chain) > product(worst)) worst = chain;
      if (chain.length >= LONGEST || recognises(last)) return;
      for (const { party } of last.agreement.consumers) {
        for (const next of byProducer.get(party) ?? []) {
          steps += 1;
          const isFound = worst.length > 1 && product(worst) > MOST;
          if (steps > MOST_STEPS || isFound) return;
          if (!chain.includes(next)) visit([...chain, next], next);
        }
      }
    };
    visit([from], from);
    return worst;
  };
  return { attempts, product, worstFrom };
}

/** That it has a key by which they are told is a rule of its own. */
function recognises({ agreement }: Flow): boolean {
  return agreement.delivery?.deduplicate?.within !== undefined;
}
