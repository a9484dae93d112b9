import {
  type CelEnv,
  type CelFunc,
  CelScalar,
  type CelValue,
  celEnv,
  celFunc,
  isCelList,
  isCelMap,
  listType,
} from '@bufbuild/cel';
import type { Budget } from './budget.ts';
import { helpers } from './helpers.ts';
import { boundedArithmetic } from './integers.ts';
import { joinedLists } from './lists.ts';

/** Wrapped around the range of every macro; no expression can name it. */
export const RANGE = '@range';

const { DYN } = CelScalar;
const LIST = listType(DYN);

/**
 * The functions of CEL and ours. Those whose work grows with the payload are charged to the budget; all
 * others take a time that the length of the expression bounds.
 */
export function environment(budget: Budget): CelEnv {
  const standard = celEnv().funcs;
  const charged = (name: string, cost: Cost): CelFunc[] =>
    [...(standard.find(name) ?? [])].map((func) => withCost(func, cost, budget));
  return celEnv({
    funcs: [
      ...boundedArithmetic,
      ...['@in', '_==_', '_!=_'].flatMap((name) => charged(name, allParts)),
      ...charged('matches', lengths),
      ...helpers.map((helper) => withCost(helper, allParts, budget)),
      withCost(celFunc('_+_', [LIST, LIST], LIST, joinedLists()), sizeOfLast, budget),
      withCost(
        celFunc(RANGE, [DYN], DYN, (range) => range),
        sizeOfLast,
        budget,
      ),
    ],
  });
}

/** Spends what a call with these arguments (the receiver first) costs. */
type Cost = (args: readonly CelValue[], budget: Budget) => void;

function withCost(func: CelFunc, cost: Cost, budget: Budget): CelFunc {
  const call: CelFunc['call'] = (id, target, args) => {
    const result = func.call(id, target, args);
    if (result !== undefined) cost(target === undefined ? args : [target, ...args], budget);
    return result;
  };
  return Object.create(func, { call: { value: call } }) as CelFunc;
}

function sizeOfLast(args: readonly CelValue[], budget: Budget): void {
  const last = args.at(-1);
  if (isCelList(last) || isCelMap(last)) budget.spend(last.size);
}

/** Everything inside of lists and maps. */
function allParts(args: readonly CelValue[], budget: Budget): void {
  for (const arg of args) {
    const parts = isCelList(arg) ? [...arg] : isCelMap(arg) ? [...arg.values()] : [];
    budget.spend(parts.length);
    allParts(parts, budget);
  }
}

/** Matching takes the product of the lengths of text and pattern; a hundred of these are a step. */
function lengths([text, pattern]: readonly CelValue[], budget: Budget): void {
  if (typeof text !== 'string' || typeof pattern !== 'string') return;
  budget.spend(Math.ceil((text.length * pattern.length) / 100));
}
