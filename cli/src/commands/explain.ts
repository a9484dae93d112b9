import { type Palette, plain, plural, type Rule, report } from '@treaty/findings';
import type { JsonValue } from '@treaty/json';
import { findRoot, loadRegistry, openFolder, SETTINGS_FILE, treeOf } from '@treaty/registry';
import { closest } from '@treaty/schema';
import { rules } from '../catalogue.ts';
import type { Io } from '../io.ts';
import type { Outcome } from '../outcome.ts';
import { offInWords } from '../turning-off.ts';
import { UsageError } from '../usage-error.ts';

/** `treaty explain`: all rules, those of one area, or one of them in full. */
export function explain(id: string | undefined, io: Io): Outcome {
  if (id === undefined) return listed([...rules.values()]);
  const rule = rules.get(id);
  if (rule === undefined) {
    const area = [...rules.values()].filter((one) => one.id.startsWith(`${id}/`));
    if (area.length > 0) return listed(area);
    const meant =
      [...rules.keys()].find((one) => one.endsWith(`/${id}`)) ?? closest(id, [...rules.keys()]);
    throw new UsageError(
      `No rule is called ${JSON.stringify(id)}.`,
      meant === undefined ? 'treaty explain' : `treaty explain ${meant}`,
    );
  }
  const here = settingHere(rule, io);
  return {
    report: report('explain', rule.id, [], { rules: [ruleJson(rule)] }),
    answer: (palette) => page(rule, here, palette),
  };
}

function listed(some: readonly Rule[]): Outcome {
  return {
    report: report('explain', plural(some.length, 'rule'), [], { rules: some.map(ruleJson) }),
    answer: (palette) => table(some, palette),
  };
}

/** What treaty.yaml around the current folder sets for a rule, and why. */
function settingHere({ id }: Rule, io: Io): string | undefined {
  const root = findRoot(io.cwd);
  const bytes = root === undefined ? undefined : openFolder(root).read(SETTINGS_FILE);
  if (bytes === undefined) return undefined;
  const tree = treeOf('the settings', new Map([[SETTINGS_FILE, bytes]]));
  const { severity, reasons } = loadRegistry(tree).registry.settings;
  const set = severity[id];
  if (set === undefined) return undefined;
  return reasons[id] === undefined ? set : `${set}: ${plain(reasons[id])}`;
}

function ruleJson(rule: Rule): JsonValue {
  const { id, severity, summary, why, fix } = rule;
  return { id, severity, summary, why, fix, off: offInWords(rule) ?? null };
}

function table(all: readonly Rule[], palette: Palette): string {
  const width = Math.max(...all.map(({ id }) => id.length));
  const lines = all.map(({ id, severity, summary }) => {
    const level = palette[severity === 'info' ? 'quiet' : severity](severity.padEnd(7));
    return `${id.padEnd(width)}  ${level}  ${plain(summary)}`;
  });
  return `${lines.join('\n')}\n\n`;
}

function page(rule: Rule, here: string | undefined, palette: Palette): string {
  const { id, severity, summary, why, fix } = rule;
  const off = offInWords(rule);
  return [
    `${palette.strong(id)} (${severity})`,
    '',
    summary,
    '',
    `${palette.strong('Why')}  ${why}`,
    `${palette.strong('Fix')}  ${fix}`,
    ...(off === undefined ? [] : [`${palette.strong('Off')}  ${off}`]),
    ...(here === undefined ? [] : [`${palette.strong('Here')} ${here}`]),
    '',
    '',
  ].join('\n');
}
