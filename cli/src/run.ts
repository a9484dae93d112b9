import { type Command, CommanderError } from 'commander';
import { commands } from './commands.ts';
import { EXIT, type ExitCode, lastLine } from './exit-code.ts';
import type { Io } from './io.ts';
import { print } from './outcome.ts';
import { UsageError } from './usage-error.ts';

/** Runs one command line and says what the process exits with. The only place where errors are caught. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = EXIT.OK;
  const program = commands(
    io,
    (outcome, options) => {
      code = print(outcome, options, io);
    },
    run,
  );
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({ writeOut: io.stdout, writeErr: io.stderr });
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    return report(
      error,
      io,
      program.commands.find((one) => one.name() === argv[0]),
    );
  }
}

function report(error: unknown, io: Io, command: Command | undefined): ExitCode {
  if (error instanceof CommanderError) {
    // Help and version are answers; everything else is a command line that cannot be used.
    if (error.exitCode === 0 || error.code === 'commander.help')
      return error.exitCode === 0 ? EXIT.OK : EXIT.USAGE;
    io.stderr(lastLine(EXIT.USAGE, command && `treaty ${command.name()} --help`));
    return EXIT.USAGE;
  }
  if (error instanceof UsageError) {
    io.stderr(`${error.message}\n`);
    io.stderr(lastLine(EXIT.USAGE, error.example));
    return EXIT.USAGE;
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  io.stderr(`Treaty met a defect of its own: ${message}\n`);
  if (io.env['TREATY_DEBUG']) io.stderr(`${stack}\n`);
  io.stderr(lastLine(EXIT.INTERNAL, 'run it again with TREATY_DEBUG=1, and report what it prints'));
  return EXIT.INTERNAL;
}
