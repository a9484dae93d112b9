import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { applyPlan, openSampleRegistry, storyOf } from '@treaty/authoring';
import type { Io } from '../src/io.ts';
import { run } from '../src/run.ts';

/** The day on which all documents and transcripts play. */
const TODAY = '2026-11-24';

const OF_A_BLOCK: ReadonlySet<string> = new Set(['write', 'edit', 'excerpt', 'not run']);
const DIRECTIVE =
  /^<!-- (setup|story|write|edit|excerpt|commit|restore|remove|not run)(?:: (.+))? -->$/;

/**
 * A Markdown document as something that runs. Directives are HTML comments: `<!-- setup: sample -->` starts
 * from the sample registry in a git repository, `<!-- setup: empty -->` from an empty one; `<!-- story:
 * tempting -->` and `<!-- story: right -->` apply a step of the demo's story; `<!-- write: order.json -->`
 * writes the code block that follows; `<!-- edit: order.yaml -->` applies the difference in the block that follows,
 * whose lines begin with a minus, a plus or a blank, and stand together in the file; `<!-- excerpt: order.yaml -->` holds
 * the block against the file, which has its lines in that order; `<!-- remove: order.json -->` removes; `<!-- commit: message -->` commits, `<!-- restore -->` goes back to what was committed. In a block
 * marked `console` each `$ command` is followed by what it prints, both streams. `<!-- not run -->` exempts the
 * block after it.
 */
export interface Played {
  /** The document with what its commands really print. */
  readonly text: string;
  /** How many commands were run. */
  readonly commands: number;
}

export async function play(markdown: string, isTerminal = false): Promise<Played> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'treaty-transcript-')));
  try {
    return await new Player(folder, isTerminal).play(markdown);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

class Player {
  readonly #folder: string;
  readonly #isTerminal: boolean;
  #commands = 0;

  constructor(folder: string, isTerminal: boolean) {
    this.#folder = folder;
    this.#isTerminal = isTerminal;
  }

  async play(markdown: string): Promise<Played> {
    const out: string[] = [];
    const lines = markdown.split('\n');
    let next: { readonly directive: string; readonly value: string } | undefined;
    for (let i = 0; i < lines.length; i += 1) {
      const line = lines[i] as string;
      out.push(line);
      const [, directive, value = ''] = DIRECTIVE.exec(line) ?? [];
      if (directive !== undefined && OF_A_BLOCK.has(directive)) next = { directive, value };
      else if (directive !== undefined) this.#direct(directive, value);
      const fence = /^```(\w*)/.exec(line);
      if (fence === null) continue;
      const end = lines.indexOf('```', i + 1);
      const block = lines.slice(i + 1, end);
      if (next !== undefined) this.#use(block, next.directive, next.value);
      const isRun = fence[1] === 'console' && next === undefined;
      out.push(...(isRun ? await this.#console(block) : block), '```');
      [next, i] = [undefined, end];
    }
    return { text: out.join('\n'), commands: this.#commands };
  }

  #use(block: readonly string[], directive: string, file: string): void {
    if (directive === 'write') this.#write(file, `${block.join('\n')}\n`);
    else if (directive === 'edit') this.#edit(file, block);
    else if (directive === 'excerpt') this.#compare(file, block);
  }

  #direct(name: string, value: string): void {
    if (name === 'setup') this.#setUp(value);
    else if (name === 'story') this.#tell(value);
    else if (name === 'commit') this.#commit(value);
    else if (name === 'restore') this.#restore();
    else rmSync(join(this.#folder, value), { recursive: true });
  }

  #setUp(what: string): void {
    if (what === 'sample') {
      const sample = openSampleRegistry();
      for (const file of sample.files) this.#write(file, sample.read(file) ?? '');
    } else if (what !== 'empty') throw new Error(`no set-up is called ${what}`);
    this.#git('init', '--quiet', '--initial-branch', 'main');
    this.#commit('The registry as it stands');
  }

  #tell(step: string): void {
    const story = storyOf(openSampleRegistry());
    if (step !== 'tempting' && step !== 'right') throw new Error(`the story has no step ${step}`);
    applyPlan(this.#folder, story[step].plan);
    for (const { file, text } of [story.good, story.bad]) this.#write(file, text);
  }

  #write(file: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(this.#folder, file)), { recursive: true });
    writeFileSync(join(this.#folder, file), content);
  }

  /** Refuses a difference that the file does not have, or has twice: what a reader sees is what was edited. */
  #edit(file: string, difference: readonly string[]): void {
    const without = (mark: string): string =>
      difference
        .filter((line) => !line.startsWith(mark))
        .map((line) => `${line.slice(1)}\n`)
        .join('');
    const parts = readFileSync(join(this.#folder, file), 'utf8').split(without('+'));
    if (parts.length !== 2) throw new Error(`${file} has these lines ${parts.length - 1} times`);
    this.#write(file, parts.join(without('-')));
  }

  /** Indentation, comments and what stands between the lines of an excerpt are left out. */
  #compare(file: string, excerpt: readonly string[]): void {
    const bare = (line: string): string => line.replace(/ #.*$/, '').trim();
    const there = readFileSync(join(this.#folder, file), 'utf8').split('\n').map(bare);
    let from = 0;
    for (const line of excerpt.map(bare)) {
      from = there.indexOf(line, from) + 1;
      if (from === 0) throw new Error(`${file} does not say, in this place: ${line}`);
    }
  }

  #restore(): void {
    this.#git('checkout', '--quiet', '--', '.');
    this.#git('clean', '--quiet', '-d', '--force');
  }

  #commit(message: string): void {
    this.#git('add', '--all');
    this.#git('commit', '--quiet', '--allow-empty', '--message', message);
  }

  #git(...args: readonly string[]): string {
    const date = `${TODAY}T09:00:00Z`;
    const someone = ['NAME=Treaty', 'EMAIL=treaty@example.com', `DATE=${date}`].flatMap((pair) => {
      const [key, value] = pair.split('=') as [string, string];
      return [
        [`GIT_AUTHOR_${key}`, value],
        [`GIT_COMMITTER_${key}`, value],
      ];
    });
    const env = {
      ...process.env,
      ...Object.fromEntries(someone),
      GIT_CONFIG_GLOBAL: join(this.#folder, 'none'),
      GIT_CONFIG_NOSYSTEM: '1',
    };
    return execFileSync('git', args, { cwd: this.#folder, encoding: 'utf8', env });
  }

  async #console(block: readonly string[]): Promise<string[]> {
    const out: string[] = [];
    for (const line of block.filter((one) => one.startsWith('$ '))) {
      out.push(line);
      this.#commands += 1;
      const printed = await this.#run(words(line.slice(2)));
      if (printed !== '') out.push(...printed.replace(/\n+$/, '').split('\n'));
    }
    return out;
  }

  async #run([program, ...args]: readonly string[]): Promise<string> {
    if (program === 'git') return this.#git(...args);
    if (program === 'cat') return readFileSync(join(this.#folder, args[0] as string), 'utf8');
    const command = program === 'npx' ? args : program === 'treaty' ? ['treaty', ...args] : [];
    if (command[0] !== 'treaty')
      throw new Error(`documents run treaty, git and cat, not ${program}`);
    let printed = '';
    const print = (text: string): void => {
      printed += text;
    };
    const io: Io = {
      cwd: this.#folder,
      env: {},
      isTerminal: this.#isTerminal,
      isErrorTerminal: false,
      today: TODAY,
      stdout: print,
      stderr: print,
      stdin: async () => new Uint8Array(),
    };
    await run(command.slice(1), io);
    return printed;
  }
}

/** The words of a command line: blanks separate, single and double quotes hold together. */
function words(line: string): readonly string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? '');
}
