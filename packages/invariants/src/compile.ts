import { type CelEnv, type CelInput, type CelResult, isCelError, parse, plan } from '@bufbuild/cel';
import type { JsonValue } from '@treaty/json';
import { type SchemaDocument, shapeOf } from '@treaty/schema';
import { Budget } from './budget.ts';
import { chargeRanges } from './charge-ranges.ts';
import { checkExpression } from './check-expression.ts';
import { environment } from './environment.ts';
import type {
  Invariant,
  InvariantFailure,
  InvariantProblem,
  InvariantProgram,
} from './invariant.ts';
import { numberPlaces } from './number-places.ts';
import { celPayload } from './payload.ts';
import { inWords, typeName } from './words.ts';

type Evaluate = (bindings: { readonly this: CelInput }) => CelResult;
type Problem = Omit<InvariantProblem, 'index' | 'id'>;

/** No invariant that a person reads is longer; the time and the stack of the parser grow with it. */
const MAX_LENGTH = 4000;

/**
 * Compiles invariants against the schema whose payloads they speak of. Those with a problem are left out
 * of the program. The schema decides which numbers are ints and which are doubles: {@link numberPlaces}.
 */
export function compileInvariants(
  invariants: readonly Invariant[],
  schema: SchemaDocument,
): { readonly program: InvariantProgram; readonly problems: readonly InvariantProblem[] } {
  const budget = new Budget();
  const env = environment(budget);
  const compiled = invariants.map((invariant) => ({ invariant, ...compile(invariant.cel, env) }));
  const root = numberPlaces(shapeOf(schema));

  const evaluate = (payload: JsonValue): readonly InvariantFailure[] => {
    let converted: CelInput | undefined;
    const bindings = {
      get this(): CelInput {
        converted ??= celPayload(payload, root);
        return converted;
      },
    };
    return compiled.flatMap(({ invariant: { id, message }, evaluate }) => {
      if (evaluate === undefined) return [];
      budget.start();
      const outcome = outcomeOf(evaluate(bindings), budget);
      return outcome === undefined ? [] : [{ id, message, ...outcome }];
    });
  };
  const problems = compiled.flatMap(({ invariant: { id }, problems }, index) =>
    problems.map((problem) => ({ index, id, ...problem })),
  );
  return { program: { evaluate }, problems };
}

function compile(
  cel: string,
  env: CelEnv,
): { readonly evaluate?: Evaluate; readonly problems: readonly Problem[] } {
  if (cel.length > MAX_LENGTH) {
    return { problems: [{ message: `it is longer than ${MAX_LENGTH} characters` }] };
  }
  try {
    const { expr, sourceInfo } = parse(cel);
    const functions = [...env.funcs].map((func) => func.name);
    const faults = checkExpression(expr, functions);
    if (faults.length === 0) {
      chargeRanges(expr);
      return { evaluate: plan(env, expr), problems: [] };
    }
    const problems = faults.map(({ id, message }): Problem => {
      const offset = sourceInfo?.positions[String(id)];
      return offset === undefined ? { message } : { message, place: placeAt(cel, offset) };
    });
    return { problems };
  } catch (error) {
    return { problems: [syntaxProblem(cel, error as Error)] };
  }
}

function outcomeOf(
  result: CelResult,
  budget: Budget,
): Pick<InvariantFailure, 'reason' | 'detail'> | undefined {
  // Logic can swallow an error (`error || true`), but not this one: what followed was not evaluated.
  if (budget.isExhausted) return { reason: 'error', detail: budget.exhausted };
  if (isCelError(result)) return { reason: 'error', detail: inWords(result.message) };
  if (result === true) return undefined;
  if (result === false) return { reason: 'false' };
  return { reason: 'error', detail: `the result is not true or false, but ${typeName(result)}` };
}

/** The library throws syntax errors that carry a location; an overflow of its stack does not. */
function syntaxProblem(
  cel: string,
  error: Error & { location?: { start: { offset: number } } },
): Problem {
  const offset = error.location?.start.offset;
  if (offset === undefined) return { message: inWords(error.message) };
  const rest = cel.slice(offset).trim();
  const shown = rest.length > 20 ? `${rest.slice(0, 20)}…` : rest;
  return { message: `the syntax breaks at ${JSON.stringify(shown)}`, place: placeAt(cel, offset) };
}

function placeAt(cel: string, offset: number): NonNullable<Problem['place']> {
  const lines = cel.slice(0, offset).split('\n');
  return { offset, line: lines.length, column: (lines.at(-1) as string).length + 1 };
}
