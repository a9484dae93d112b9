import { type Finding, finding, type Rule } from '@treaty/findings';
import { attemptsOf, type Flow, type Registry } from '@treaty/registry';
import type { RegistryCheck } from '../../context.ts';

const rule: Rule = {
  id: 'delivery/retry-storm',
  severity: 'warning',
  summary: 'Retries may multiply along a chain of flows.',
  why: 'A consumer that does not recognise a payload that comes again sends its own payloads again as well, each with all its retries. At the end of the chain one payload has become thousands, at the moment when the last system is weakest.',
  fix: 'Let the consumers recognise duplicates: `deduplicate`, and an idempotency key in semantics.yaml.',
};

/**
 * What one payload may become at the end of a chain, at most. Two flows in a row that each retry for a day
 * (some 580 attempts) are 340,000; 10,000 is a hundred times a hundred, more than two hops of ordinary
 * patience, and less than any two hops of a day.
 */
const MOST = 10_000;
const LONGEST = 8;
const MOST_STEPS = 10_000;

/**
 * The bound on a retry storm: a flow leads on to the flows that its consumers produce. Where the consumers
 * recognise duplicates, a payload that comes again goes no further, and its attempts do not multiply; where
 * they do not, each attempt may send everything further on. The bound is the product of the expected
 * attempts along such a chain, the last flow included, however it ends.
 */
export const retriesDoNotMultiply: RegistryCheck = {
  rules: [rule],
  findings: ({ head }) =>
    [...head.flows.values()].flatMap((flow): Finding[] => {
      if (recognises(flow) || attempts(flow) <= 1) return [];
      const chain = worstChain(flow, head);
      const product = productOf(chain);
      if (chain.length < 2 || product <= MOST) return [];
      const [, ...further] = chain;
      return [
        finding(rule, {
          message: `One payload of ${flow.id} may become ${product} of ${chain.at(-1)?.id}: ${chain.map((each) => attempts(each)).join(' × ')} attempts, and nobody recognises duplicates on the way.`,
          location: flow.document.at('/delivery/retry', 'name'),
          related: further.map(({ id, agreement, document }) => ({
            message: `${agreement.producer} sends ${id}`,
            location: document.at('/producer'),
          })),
        }),
      ];
    }),
};

function recognises({ agreement, versions }: Flow): boolean {
  const identity = versions.at(-1)?.meaning?.identity;
  return (
    agreement.delivery?.deduplicate?.within !== undefined && identity?.idempotencyKey !== undefined
  );
}

function attempts({ agreement: { delivery } }: Flow): number {
  return (delivery?.retry && attemptsOf(delivery.retry)?.expected) ?? 1;
}

/** By steps, not by time: a registry may be drawn to have more chains than can be walked. */
function worstChain(from: Flow, registry: Registry): readonly Flow[] {
  let worst: readonly Flow[] = [from];
  let steps = 0;
  const walk = (chain: readonly Flow[]): void => {
    steps += 1;
    if (productOf(chain) > productOf(worst)) worst = chain;
    const last = chain.at(-1) as Flow;
    if (steps > MOST_STEPS || chain.length >= LONGEST || productOf(worst) > MOST) return;
    if (recognises(last)) return;
    const systems = last.agreement.consumers.map(({ party }) => party);
    for (const next of registry.flows.values()) {
      if (systems.includes(next.agreement.producer) && !chain.includes(next))
        walk([...chain, next]);
    }
  };
  walk([from]);
  return worst;
}

function productOf(chain: readonly Flow[]): number {
  return chain.reduce((product, flow) => product * attempts(flow), 1);
}
