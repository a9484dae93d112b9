import type { Command } from 'commander';
import { commands } from '../../src/commands.ts';
import { EXIT, MEANINGS } from '../../src/exit-code.ts';
import type { Io } from '../../src/io.ts';

const io: Io = {
  cwd: '',
  env: {},
  isTerminal: false,
  isErrorTerminal: false,
  today: 'today',
  stdout: () => {},
  stderr: () => {},
  stdin: async () => new Uint8Array(),
};

/** docs/reference/commands.md, from the command table. */
export function commandsPage(): string {
  const program = commands(
    io,
    () => {},
    async () => EXIT.OK,
  );
  const codes = Object.values(EXIT).map((code) => `| ${code} | ${MEANINGS[code]} |`);
  return `# Command reference

<!-- Made from the command table by UPDATE_GOLDEN=1 vitest run cli/test/reference.test.ts. -->

Every command reads the registry of the folder it is run in, or of the nearest one above. Nothing is sent anywhere. \`--format text\` is for people, \`json\` for machines (its form: [report.schema.json](../../packages/findings/report.schema.json)), \`github\` makes annotations on a pull request. \`--output FILE\` writes the result into a file. \`--today DATE\` judges by another day.

## Exit codes

| code | meaning |
| --- | --- |
${codes.join('\n')}

Where several hold, the first of 4, 2, 3, 5, 1. The last line of a run that did not end well says why, and what to run next.

${program.commands.map(section).join('\n')}`;
}

function section(command: Command): string {
  const help = command.helpInformation();
  const examples = captured(command);
  return `## treaty ${command.name()}\n\n\`\`\`text\n${help.trimEnd()}\n${examples.trimEnd()}\n\`\`\`\n`;
}

/** The text that stands after the options: the examples. */
function captured(command: Command): string {
  let text = '';
  command.configureOutput({
    writeOut: (part) => {
      text += part;
    },
  });
  command.outputHelp();
  return text.slice(text.indexOf('\nExamples:'));
}
