import { rules } from '../../src/catalogue.ts';

/** docs/reference/rules.md, from the catalogue that \`treaty explain\` prints. */
export function rulesPage(): string {
  const pages = [...rules.values()].map(
    ({ id, severity, summary, why, fix }) =>
      `## ${id}\n\n${summary} (${severity})\n\n${why}\n\n*Fix.* ${fix}\n`,
  );
  return `# Rules

<!-- Made from the rules by UPDATE_GOLDEN=1 vitest run cli/test/reference.test.ts. -->

What a finding can be of. \`treaty explain RULE\` prints the same. A registry changes a severity, or turns a rule off, under \`severity\` in treaty.yaml; a pull request is judged by what its base says there.

${pages.join('\n')}`;
}
