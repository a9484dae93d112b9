import { RANGE } from './environment.ts';
import { type Expression, partsOf } from './expression.ts';

/** Lets every macro pay for the range that it goes over. Changes the tree, which nobody else has seen yet. */
export function chargeRanges(expression: Expression): void {
  for (const part of partsOf(expression)) chargeRanges(part);
  const { exprKind } = expression;
  if (exprKind.case !== 'comprehensionExpr' || exprKind.value.iterRange === undefined) return;
  const { iterRange } = exprKind.value;
  exprKind.value.iterRange = {
    $typeName: 'cel.expr.Expr',
    id: iterRange.id,
    exprKind: {
      case: 'callExpr',
      value: { $typeName: 'cel.expr.Expr.Call', function: RANGE, args: [iterRange] },
    },
  };
}
