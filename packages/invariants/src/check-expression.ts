import { closest } from '@treaty/schema';
import { type Expression, partsOf } from './expression.ts';

/** Something that no payload could make right; `id` is the expression's, for its place. */
export interface Fault {
  readonly id: bigint;
  readonly message: string;
}

/** What the expressions inside of another one may use. */
interface Scope {
  readonly names: readonly string[];
  readonly functions: readonly string[];
  readonly depth: number;
  readonly macros: number;
}

const MAX_DEPTH = 100;
/** Macros inside of macros multiply what they look at; deeper ones would run out of steps on any payload. */
const MAX_MACROS = 4;
const NAMES = ['this', 'bool', 'double', 'int', 'list', 'map', 'null_type', 'string', 'type'];

/**
 * What can be said of an expression without a payload: names and functions that do not exist, nesting, and
 * messages, which are outside of the subset. The types of attributes are not looked at yet.
 */
export function checkExpression(
  expression: Expression,
  functions: readonly string[],
): readonly Fault[] {
  return check(expression, { names: NAMES, functions, depth: 0, macros: 0 });
}

function check(expression: Expression, scope: Scope): readonly Fault[] {
  const own = faultOf(expression, scope);
  if (own !== undefined) return [{ id: expression.id, message: own }];
  const below = { ...scope, depth: scope.depth + 1 };
  const { exprKind } = expression;
  if (exprKind.case !== 'comprehensionExpr') {
    return partsOf(expression).flatMap((part) => check(part, below));
  }
  const { iterRange, accuInit, iterVar, accuVar } = exprKind.value;
  const names = [...scope.names, iterVar, accuVar];
  const inside = { ...below, names, macros: scope.macros + 1 };
  return partsOf(expression).flatMap((part) =>
    check(part, part === iterRange || part === accuInit ? below : inside),
  );
}

function faultOf({ exprKind }: Expression, scope: Scope): string | undefined {
  if (scope.depth > MAX_DEPTH) return `it nests deeper than ${MAX_DEPTH} levels`;
  switch (exprKind.case) {
    case 'identExpr': {
      const { name } = exprKind.value;
      return scope.names.includes(name) ? undefined : unknownName(name, scope.names);
    }
    case 'callExpr': {
      const name = exprKind.value.function;
      const known = !isWord(name) || scope.functions.includes(name);
      return known ? undefined : unknownFunction(name, scope.functions);
    }
    case 'structExpr': {
      const { messageName } = exprKind.value;
      return messageName === '' ? undefined : `${messageName}{…}: invariants have no messages`;
    }
    case 'comprehensionExpr':
      return scope.macros < MAX_MACROS ? undefined : `macros nest deeper than ${MAX_MACROS}`;
    case 'constExpr':
    case 'listExpr':
    case 'selectExpr':
    case undefined:
      return undefined;
  }
}

/** Operators are functions too, with names that no expression can spell, such as `_+_` and `@in`. */
function isWord(name: string): boolean {
  return /^[a-z]\w*$/i.test(name);
}

function unknownName(name: string, names: readonly string[]): string {
  const meant = closest(name, names.filter(isWord));
  const advice =
    meant === undefined ? `an attribute of the payload is this.${name}` : `did you mean ${meant}?`;
  return `${name} is not defined; ${advice}`;
}

function unknownFunction(name: string, functions: readonly string[]): string {
  const meant = closest(name, functions.filter(isWord));
  return `there is no function ${name}${meant === undefined ? '' : `; did you mean ${meant}?`}`;
}
