import type { Rule } from '@treaty/findings';
import { rules } from '../../src/catalogue.ts';
import { offInWords } from '../../src/turning-off.ts';
import { type Example, ruleExamples } from './rule-example.ts';

/** Longer ones are folded away. */
const LONG_LINES = 12;

/** docs/reference/rules.md, from the catalogue that `treaty explain` prints and the broken registries of the tests. */
export function rulesPage(): string {
  const examples = ruleExamples();
  const areas = new Map<string, Rule[]>();
  for (const rule of rules.values()) {
    const area = rule.id.split('/')[0] as string;
    areas.set(area, [...(areas.get(area) ?? []), rule]);
  }
  const contents = [...areas].map(
    ([area, list]) =>
      `- [${area}](#${area}): ${list.map(({ id }) => id.slice(area.length + 1)).join(', ')}`,
  );
  const sections = [...areas].map(
    ([area, list]) =>
      `## ${area}\n\n${list.map((rule) => entry(rule, examples.get(rule.id))).join('\n')}`,
  );
  return `# Rules

<!-- Made from the rules by UPDATE_GOLDEN=1 vitest run cli/test/reference.test.ts. -->

What a finding can be of. \`treaty explain RULE\` prints the same. A registry changes a severity, or turns a rule off, under \`severity\` in treaty.yaml; a pull request is judged by what its base says there. The examples are the broken registries of the tests: what differs from a sound one, and what \`treaty check\` says.

${contents.join('\n')}

${sections.join('\n')}`;
}

function entry(rule: Rule, example: Example | undefined): string {
  const { id, severity, summary, why, fix } = rule;
  const off = offInWords(rule);
  const parts = [
    `### ${id}`,
    `${summary} (${severity})`,
    why,
    `*Fix.* ${fix}`,
    ...(off === undefined ? [] : [`*Off.* ${off}`]),
    ...(example === undefined ? [] : [inBlocks(example)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function inBlocks({ change, said }: Example): string {
  const blocks = [...(change === '' ? [] : [fenced('diff', change)]), fenced('text', said)].join(
    '\n\n',
  );
  if (blocks.split('\n').length <= LONG_LINES) return blocks;
  return `<details>\n<summary>Example</summary>\n\n${blocks}\n\n</details>`;
}

/** The fence is longer than any in the text. */
function fenced(language: string, text: string): string {
  const fence = text.includes('```') ? '````' : '```';
  return `${fence}${language}\n${text}\n${fence}`;
}
