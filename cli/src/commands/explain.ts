import { type Palette, plain, plural, type Rule, report } from '@treaty/findings';
import type { JsonValue } from '@treaty/json';
import { closest } from '@treaty/schema';
import { rules } from '../catalogue.ts';
import type { Outcome } from '../outcome.ts';
import { UsageError } from '../usage-error.ts';

/** `treaty explain`: all rules, or one of them in full. */
export function explain(id: string | undefined): Outcome {
  if (id === undefined) {
    const all = [...rules.values()];
    return {
      report: report('explain', plural(all.length, 'rule'), [], { rules: all.map(ruleJson) }),
      answer: (palette) => table(all, palette),
    };
  }
  const rule = rules.get(id);
  if (rule === undefined) {
    const meant = closest(id, [...rules.keys()]);
    throw new UsageError(
      `No rule is called ${JSON.stringify(id)}.`,
      meant === undefined ? 'treaty explain' : `treaty explain ${meant}`,
    );
  }
  return {
    report: report('explain', rule.id, [], { rules: [ruleJson(rule)] }),
    answer: (palette) => page(rule, palette),
  };
}

function ruleJson({ id, severity, summary, why, fix }: Rule): JsonValue {
  return { id, severity, summary, why, fix };
}

function table(all: readonly Rule[], palette: Palette): string {
  const width = Math.max(...all.map(({ id }) => id.length));
  const lines = all.map(({ id, severity, summary }) => {
    const level = palette[severity === 'info' ? 'quiet' : severity](severity.padEnd(7));
    return `${id.padEnd(width)}  ${level}  ${plain(summary)}`;
  });
  return `${lines.join('\n')}\n\n`;
}

function page({ id, severity, summary, why, fix }: Rule, palette: Palette): string {
  return [
    `${palette.strong(id)} (${severity})`,
    '',
    summary,
    '',
    `${palette.strong('Why')}  ${why}`,
    `${palette.strong('Fix')}  ${fix}`,
    '',
    '',
  ].join('\n');
}
