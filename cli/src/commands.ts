import { Argument, Command, Option } from 'commander';
import { parseDay } from './day.ts';
import type { ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import type {
  CheckOptions,
  DayOptions,
  DocsOptions,
  DoctorOptions,
  GateOptions,
  GenerateOptions,
  InitOptions,
  NewOptions,
  OutputOptions,
  ReleaseOptions,
  ValidateOptions,
  WhoOptions,
} from './options.ts';
import type { Outcome } from './outcome.ts';
import { ownVersion } from './version.ts';

/** What a command's action hands its result to. */
export type Finish = (outcome: Outcome, options: OutputOptions) => void;

/** Runs another command line: what the demo is made of. */
export type Run = (argv: readonly string[], io: Io) => Promise<ExitCode>;

/**
 * The command table: names, options, examples. Each action loads its command only when it is called, so
 * that `--help` and small commands do not pay for the large ones.
 */
export function commands(io: Io, finish: Finish, run: Run): Command {
  const program = new Command('treaty')
    .description(
      'Contracts between systems: explicit, versioned, owned; checked before they break anybody.',
    )
    .version(ownVersion())
    .helpCommand(false)
    .showHelpAfterError(false);

  const plainCommand = (name: string, summary: string, examples: readonly string[]): Command =>
    program
      .command(name)
      .description(summary)
      .addHelpText('after', `\nExamples:\n${examples.map((line) => `  $ ${line}`).join('\n')}\n`);
  const command: typeof plainCommand = (name, summary, examples) =>
    plainCommand(name, summary, examples)
      .addOption(
        new Option('--format <format>', 'how to print the result')
          .choices(['text', 'json', 'github'])
          .default('text'),
      )
      .option('--output <file>', 'write the result to a file instead of standard output');
  const day = (): Option =>
    new Option('--today <date>', 'UTC date to judge by, YYYY-MM-DD')
      .argParser(parseDay)
      .default(io.today);
  const on = (options: DayOptions): Io => ({ ...io, today: options.today });

  command('init', 'Make a registry: an empty one, or out of the schemas that are there.', [
    'treaty init --name acme-retail --owner @acme/platform',
    "treaty init --from 'contracts/**/*.json' --producer erp --consumer storefront --dry-run",
    "treaty init --from 'contracts/**/*.json' --history --dry-run",
  ])
    .option('--name <name>', 'name of the registry (default: of the folder)')
    .option('--package <name>', 'npm package that `treaty generate` writes')
    .option('--owner <owner...>', 'who owns the registry in CODEOWNERS: @user or @org/team')
    .option('--from <glob...>', 'existing JSON Schemas that become flows with versions')
    .option('--history', 'make versions of what git remembers of them, too')
    .option('--entity <name>', 'entity of the adopted flows, where their names do not tell')
    .option('--producer <party>', 'system that sends the adopted flows')
    .option('--consumer <party...>', 'systems that read the adopted flows')
    .option('--dry-run', 'show what would be done')
    .addOption(day())
    .action(async (options: InitOptions) =>
      finish(await (await import('./commands/init.ts')).init(options, on(options)), options),
    );

  command(
    'new',
    'Make an entity, a party, a flow, a shared definition, or the next version of one.',
    [
      'treaty new party erp --kind system',
      'treaty new entity order --record storefront',
      'treaty new order/placed --producer storefront --consumer oms',
      'treaty new order/placed --from orders.ndjson --producer storefront',
      'treaty new order/placed@minor',
      'treaty new shared/money@minor',
    ],
  )
    .argument(
      '<what>',
      'entity, party, <entity>/<flow>, shared/<name>, or either @patch|minor|major|X.Y.Z',
    )
    .argument('[name]', 'name of the entity or party')
    .addOption(
      new Option('--kind <kind>', 'kind of the party')
        .choices(['system', 'desk', 'vendor'])
        .default('system'),
    )
    .option('--title <title>', 'title, as people say it')
    .option('--record <party>', 'system of record of the entity')
    .option('--producer <party>', 'system that sends the flow')
    .option('--consumer <party...>', 'systems that read the flow')
    .option('--from <file...>', 'payloads (.ndjson, .json) that the first version is proposed from')
    .option('--dry-run', 'show what would be done')
    .action(async (what: string, name: string | undefined, options: NewOptions) =>
      finish(await (await import('./commands/new.ts')).create(what, name, options, io), options),
    );

  command('check', 'Check the registry, or what changed in it.', [
    'treaty check',
    'treaty check --against origin/main',
    'treaty check --against origin/main --format github',
    'treaty check --calendar',
  ])
    .option(
      '--against <ref>',
      'look at what changed since the merge base with this branch or commit',
    )
    .option('--calendar', 'a scheduled run: what comes with the calendar alone is an error')
    .addOption(day())
    .action(async (options: CheckOptions) =>
      finish(await (await import('./commands/check.ts')).check(options, on(options)), options),
    );

  command('diff', 'Compare two versions: verdict in both directions, witness, class.', [
    'treaty diff order/placed@1.1.0 order/placed@2.0.0',
    'treaty diff main:order/placed order/placed',
    'treaty diff before.schema.json after.schema.json',
  ])
    .argument(
      '<from>',
      'a version (<entity>/<flow>@range), the same at a commit (<ref>:…), or a file',
    )
    .argument('<to>', 'what it is compared with')
    .action(async (from: string, to: string, options: OutputOptions) =>
      finish(await (await import('./commands/diff.ts')).diff(from, to, io), options),
    );

  command('validate', 'Validate payloads against a version of a flow.', [
    'treaty validate order/placed@2 order.json',
    'cat order.json | treaty validate order/placed -',
  ])
    .argument('<flow>', '<entity>/<flow>, or <entity>/<flow>@range; the newest live version counts')
    .argument('<file...>', 'JSON files; - is standard input')
    .addOption(day())
    .action(async (flow: string, files: string[], options: ValidateOptions) =>
      finish(
        await (await import('./commands/validate.ts')).validate(flow, files, on(options)),
        options,
      ),
    );

  command('generate', 'Write the typed client package.', [
    'treaty generate --out packages/contracts',
    'treaty generate --out packages/contracts --check',
  ])
    .requiredOption('--out <folder>', 'folder of the package')
    .option('--check', 'write nothing; fail where the folder differs from what would be written')
    .addOption(day())
    .action(async (options: GenerateOptions) =>
      finish(
        await (await import('./commands/generate.ts')).generate(options, on(options)),
        options,
      ),
    );

  command('docs', 'Write the registry as pages: what a reviewer reads beside the pull request.', [
    'treaty docs export --markdown',
    'treaty docs export --markdown --out docs/contracts --check',
  ])
    .addArgument(new Argument('<what>', 'what to do').choices(['export']))
    .requiredOption('--markdown', 'as Markdown, with pictures in Mermaid')
    .option('--out <folder>', 'folder of the pages', 'treaty-docs')
    .option('--check', 'write nothing; fail where the folder differs from what would be written')
    .addOption(day())
    .action(async (_what: string, options: DocsOptions) =>
      finish(await (await import('./commands/docs.ts')).exportDocs(options, on(options)), options),
    );

  command('release', 'Release a draft: lock it, so that it never changes again.', [
    'treaty release order/placed@2.1.0',
  ])
    .argument('<version>', '<entity>/<flow>, or <entity>/<flow>@X.Y.Z; the newest draft counts')
    .addOption(day())
    .action(async (version: string, options: ReleaseOptions) =>
      finish(await (await import('./commands/release.ts')).release(version, on(options)), options),
    );

  command('who', 'Say who must approve a change, from git alone.', [
    'treaty who --against origin/main',
  ])
    .requiredOption('--against <ref>', 'branch or commit that the change is to be merged into')
    .addOption(day())
    .action(async (options: WhoOptions) =>
      finish(await (await import('./commands/who.ts')).who(options, on(options)), options),
    );

  command('gate', 'Decide whether a change has its approvals.', [
    'treaty gate evaluate --snapshot snapshot.json',
  ])
    .addArgument(new Argument('<what>', 'what to do').choices(['evaluate']))
    .requiredOption('--snapshot <file>', 'pull request, reviews and teams, as collected')
    .action(async (_what: string, options: GateOptions) =>
      finish(await (await import('./commands/gate.ts')).evaluateGate(options, io), options),
    );

  command('explain', 'List the rules, or explain one.', [
    'treaty explain',
    'treaty explain samples',
    'treaty explain compatibility/backward-broken',
  ])
    .argument('[rule]', 'id of the rule; its first part alone lists an area')
    .action(async (rule: string | undefined, options: OutputOptions) =>
      finish((await import('./commands/explain.ts')).explain(rule, io), options),
    );

  command('doctor', 'Say whether machine, clone and people are ready.', [
    'treaty doctor',
    'treaty doctor --out packages/contracts',
  ])
    .option('--out <folder>', 'folder of the generated package, to see that it is up to date')
    .addOption(day())
    .action(async (options: DoctorOptions) =>
      finish(await (await import('./commands/doctor.ts')).doctor(options, on(options)), options),
    );

  plainCommand(
    'demo',
    'See it work on the sample registry: a change that breaks, and one that does not.',
    ['treaty demo'],
  )
    .addOption(day())
    .action(async (options: DayOptions) =>
      finish(await (await import('./commands/demo.ts')).demo(on(options), run), {}),
    );

  return program;
}
