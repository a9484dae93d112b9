import { applyPlan, installedSchemas, type Plan, withInstalledSchemas } from '@treaty/authoring';
import { type Palette, plain, plural, report } from '@treaty/findings';
import type { Outcome } from './outcome.ts';

/** Applies a plan, or with `dryRun` only shows it. A plan with an error is never applied. */
export function carryOut(command: string, root: string, made: Plan, dryRun = false): Outcome {
  const plan = withInstalledSchemas(made, installedSchemas(root));
  const refused = plan.findings.some(({ severity }) => severity === 'error');
  if (!refused && !dryRun) applyPlan(root, plan);
  const done = dryRun ? 'would be done' : 'done';
  const subject = refused
    ? 'nothing was done'
    : `${plural(plan.moves.length, 'move')}, ${plural(plan.writes.length, 'file')} written ${dryRun ? '(dry run: nothing was done)' : ''}`.trim();
  return {
    report: report(command, subject, plan.findings, {
      done: !refused && !dryRun,
      moves: plan.moves.map(({ from, to }) => ({ from, to })),
      writes: plan.writes.map(({ file }) => file),
      questions: plan.questions,
      next: plan.nextSteps,
    }),
    text: (palette) => (refused ? '' : render(plan, done, palette)),
  };
}

function render(
  { moves, writes, questions, nextSteps }: Plan,
  done: string,
  palette: Palette,
): string {
  const lines = [
    ...moves.map(({ from, to }) => `  ${palette.quiet('moved  ')} ${plain(from)} → ${plain(to)}`),
    ...writes.map(({ file }) => `  ${palette.quiet('written')} ${plain(file)}`),
    '',
    ...section('Open questions:', questions),
    ...section('Next:', nextSteps),
  ];
  return moves.length + writes.length === 0
    ? `Nothing is to be ${done}.\n`
    : `${lines.join('\n')}\n`;
}

function section(title: string, sentences: readonly string[]): readonly string[] {
  return sentences.length === 0 ? [] : [title, ...sentences.map((one) => `  ${plain(one)}`), ''];
}
