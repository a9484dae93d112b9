import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { applyPlan, openSampleRegistry, type Story, storyOf } from '@treaty/authoring';
import { COLOUR, type Palette, PLAIN, report } from '@treaty/findings';
import type { Run } from '../commands.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Io } from '../io.ts';
import type { Outcome } from '../outcome.ts';

/** `treaty demo`: the story, played with the real commands on a copy of the sample registry. */
export async function demo(io: Io, run: Run): Promise<Outcome> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'treaty-demo-')));
  const palette = io.isTerminal && !io.env['NO_COLOR'] ? COLOUR : PLAIN;
  try {
    const sample = openSampleRegistry();
    for (const file of sample.files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), sample.read(file) ?? '');
    }
    await play(storyOf(sample), folder, { ...io, cwd: folder }, palette, run);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    report: report('demo', 'the demo', []),
    answer: () =>
      'Start your own: `treaty init`, or `treaty init --from "contracts/**/*.json"` where schemas are there already.\n',
  };
}

async function play(
  story: Story,
  folder: string,
  io: Io,
  palette: Palette,
  run: Run,
): Promise<void> {
  const say = (text: string): void => io.stdout(`${palette.strong(text)}\n\n`);
  // What a step ends with is part of the story: the demo that tells another one is a defect.
  const treaty = async (expected: ExitCode, ...words: string[]): Promise<void> => {
    io.stdout(`$ treaty ${words.join(' ')}\n`);
    // Both streams of a command belong into the one story.
    const code = await run([...words, '--today', io.today], { ...io, stderr: io.stdout });
    if (code !== expected) throw new Error(`${words[0]} ended with ${code} instead of ${expected}`);
    io.stdout('\n');
  };
  commit(folder, 'The registry as it stands');
  say(story.tempting.says);
  applyPlan(folder, story.tempting.plan);
  await treaty(EXIT.FINDINGS, 'check', '--against', 'main');
  await treaty(EXIT.OK, 'who', '--against', 'main');
  say(story.right.says);
  applyPlan(folder, story.right.plan);
  await treaty(EXIT.OK, 'check', '--against', 'main');
  await treaty(EXIT.OK, 'release', `${story.flow}@${story.version}`);
  await treaty(EXIT.OK, 'who', '--against', 'main');
  for (const [{ says, file, text }, code] of [
    [story.good, EXIT.OK],
    [story.bad, EXIT.FINDINGS],
  ] as const) {
    say(says);
    writeFileSync(join(folder, file), text);
    await treaty(code, 'validate', `${story.flow}@${story.version}`, file);
  }
  say('The types that the services import.');
  await treaty(EXIT.OK, 'generate', '--out', 'packages/contracts');
}

/** Makes the registry a repository, whatever git is told elsewhere about hooks, signatures, templates and excludes. */
function commit(folder: string, message: string): void {
  const settings = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const env = {
    ...Object.fromEntries(settings),
    // A file that is not there.
    GIT_CONFIG_GLOBAL: join(folder, '.git', 'none'),
    GIT_CONFIG_NOSYSTEM: '1',
  };
  const git = (...args: readonly string[]): void => {
    execFileSync('git', args, { cwd: folder, stdio: 'ignore', env });
  };
  git('init', '--quiet', '--initial-branch', 'main', '--template=');
  // The commands that the story runs ask git too, and the settings of a repository outrank those of a person.
  git('config', 'core.excludesFile', '');
  git('config', 'core.autocrlf', 'false');
  git('add', '--all');
  const author = ['-c', 'user.name=Treaty demo', '-c', 'user.email=demo@example.com'];
  git(...author, 'commit', '--quiet', '--message', message);
}
