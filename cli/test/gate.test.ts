import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { applyPlan, openSampleRegistry, storyOf } from '@treaty/authoring';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../src/run.ts';

const TEAMS: Readonly<Record<string, readonly string[]>> = {
  'acme/order-stewards': ['stella', 'steve'],
  'acme/storefront': ['sophie', 'dana'],
};

/** A pull request that releases the story's right change, a minor: it needs the steward and the producer. */
describe('treaty gate evaluate', () => {
  let folder = '';
  let base = '';
  let head = '';

  beforeAll(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'treaty-gate-')));
    const sample = openSampleRegistry();
    for (const file of sample.files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), sample.read(file) ?? '');
    }
    git('init', '--quiet', '--initial-branch', 'main');
    base = commit('Base');
    git('checkout', '--quiet', '-b', 'change');
    applyPlan(folder, storyOf(sample).right.plan);
    await treaty('release', 'order/placed@2.1.0');
    head = commit('Add a payment method');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function git(...args: readonly string[]): string {
    const identity = ['-c', 'user.name=Dana', '-c', 'user.email=dana@example.com'];
    return execFileSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' }).trim();
  }

  function commit(message: string): string {
    git('add', '--all');
    git('commit', '--quiet', '--message', message);
    return git('rev-parse', 'HEAD');
  }

  async function treaty(...argv: readonly string[]): Promise<{ code: number; text: string }> {
    let text = '';
    const print = (part: string): void => {
      text += part;
    };
    const io = {
      cwd: folder,
      env: {},
      isTerminal: false,
      isErrorTerminal: false,
      today: '2026-11-24',
      stdout: print,
      stderr: print,
    };
    const code = await run(argv, { ...io, stdin: async () => new Uint8Array() });
    return { code, text };
  }

  async function evaluate(
    approvals: readonly (readonly [login: string, commit: string])[],
    claimed: string = head,
  ): ReturnType<typeof treaty> {
    const files = git('diff', '--name-status', '--no-renames', `${base}...${head}`)
      .split('\n')
      .map((line) => line.split('\t'))
      .map(([status, path]) => ({ path, status: status === 'A' ? 'added' : 'modified' }));
    const logins = ['dana', 'stella', 'steve', 'sophie'];
    const snapshot = {
      version: 1,
      takenAt: '2026-11-24T10:00:00Z',
      pullRequest: {
        number: 7,
        draft: false,
        author: { login: 'dana', id: 1, type: 'User' },
        base: { ref: 'main', sha: base },
        head: { ref: 'change', sha: claimed },
        changedFiles: files.length,
        commitCount: 1,
      },
      files,
      commits: [{ sha: head, author: 'dana', committer: 'dana' }],
      reviews: approvals.map(([login, at], i) => ({
        id: i + 1,
        account: { login, id: logins.indexOf(login) + 1, type: 'User' },
        state: 'APPROVED',
        commit: at,
        submittedAt: '2026-11-24T09:00:00Z',
      })),
      teams: Object.fromEntries(
        Object.entries(TEAMS).map(([team, members]) => [
          team,
          { members, privacy: 'closed', permission: 'push' },
        ]),
      ),
      permissions: Object.fromEntries(logins.map((login) => [login, 'write'])),
      openOnHead: [7],
      failures: {},
      after: { base, head: claimed },
    };
    // Beside the work tree: the snapshot is no part of the change.
    writeFileSync(join(folder, '.git/snapshot.json'), JSON.stringify(snapshot));
    return treaty('gate', 'evaluate', '--snapshot', '.git/snapshot.json');
  }

  test('blocks while approvals are missing, and says whom it waits for', async () => {
    const { code, text } = await evaluate([]);
    expect(code).toBe(5);
    expect(text).toContain('✗ steward of order/placed              waits for stella or steve');
    expect(text).toContain('✗ producer storefront of order/placed  waits for sophie');
    expect(text).toContain('exit 5: an approval is missing. Next: treaty who --against <base>');
  });

  test('passes when every seat has its own person', async () => {
    const { code, text } = await evaluate([
      ['stella', head],
      ['sophie', head],
    ]);
    expect(text).toMatch(/^PASS\n/);
    expect(code).toBe(0);
  });

  test.each<[string, [string, string][], string]>([
    [
      "the author's approval",
      [
        ['stella', 'head'],
        ['dana', 'head'],
      ],
      'self_approval',
    ],
    [
      'an approval of an older commit',
      [
        ['stella', 'head'],
        ['sophie', 'base'],
      ],
      'stale',
    ],
    [
      'the approval of somebody who owns no seat',
      [
        ['steve', 'head'],
        ['stella', 'head'],
      ],
      'missing',
    ],
  ])('does not count %s', async (_what, approvals, kind) => {
    const { code, text } = await evaluate(
      approvals.map(([login, at]) => [login, at === 'head' ? head : base]),
    );
    expect(code).toBe(5);
    expect(text).toContain(kind);
  });

  test('is an error where the clone does not hold the commits of the snapshot', async () => {
    const { code, text } = await evaluate([], '0123456789abcdef0123456789abcdef01234567');
    expect(code).toBe(3);
    expect(text).toContain('evidence/unknown-commit');
  });

  test('demands the seats that who names, those of control files among them', async () => {
    writeFileSync(join(folder, 'treaty.baseline.json'), '{ "version": 1, "findings": [] }\n');
    head = commit('Bring a baseline');
    const seats = async (...argv: readonly string[]): Promise<readonly unknown[]> =>
      JSON.parse((await treaty(...argv, '--format', 'json')).text.replace(/exit .*\n$/, '')).result
        .seats;
    const named = await seats('who', '--against', base);
    await evaluate([]);
    const demanded = await seats('gate', 'evaluate', '--snapshot', '.git/snapshot.json');
    expect(demanded.map((one) => (one as { seat: unknown }).seat)).toEqual(named);
    expect(named).toContainEqual(
      expect.objectContaining({ roles: ['control'], path: 'treaty.baseline.json' }),
    );
    expect(named).toHaveLength(3);
  });
});
