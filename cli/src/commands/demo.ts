import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { applyPlan, openSampleRegistry, type Story, storyOf } from '@treaty/authoring';
import { COLOUR, type Palette, PLAIN, report } from '@treaty/findings';
import type { Run } from '../commands.ts';
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
    text: () =>
      'Start your own: `treaty init`, or `treaty init --from "contracts/**/*.json"` where schemas are there already.\n\n',
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
  const treaty = async (...words: string[]): Promise<void> => {
    io.stdout(`$ treaty ${words.join(' ')}\n`);
    // Both streams of a command belong into the one story.
    await run([...words, '--today', io.today], { ...io, stderr: io.stdout });
    io.stdout('\n');
  };
  commit(folder, 'The registry as it stands');
  say(story.tempting.says);
  applyPlan(folder, story.tempting.plan);
  await treaty('check', '--against', 'main');
  await treaty('who', '--against', 'main');
  say(story.right.says);
  applyPlan(folder, story.right.plan);
  await treaty('check', '--against', 'main');
  await treaty('release', `${story.flow}@${story.version}`);
  await treaty('who', '--against', 'main');
  for (const { says, file, text } of [story.good, story.bad]) {
    say(says);
    writeFileSync(join(folder, file), text);
    await treaty('validate', `${story.flow}@${story.version}`, file);
  }
  say('The types that the services import.');
  await treaty('generate', '--out', 'packages/contracts');
}

function commit(folder: string, message: string): void {
  const git = (...args: readonly string[]): void => {
    execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
  };
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', '--all');
  const author = [
    '-c',
    'user.name=Treaty demo',
    '-c',
    'user.email=demo@example.com',
    '-c',
    'commit.gpgsign=false',
  ];
  git(...author, 'commit', '--quiet', '--message', message);
}
