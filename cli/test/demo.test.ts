import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changedFiles, openRepository, type Repository, resolveCommit } from '@treaty/registry';
import { afterEach, expect, test, vi } from 'vitest';
import { demo } from '../src/commands/demo.ts';
import { EXIT } from '../src/exit-code.ts';
import type { Io } from '../src/io.ts';

const io: Io = {
  cwd: tmpdir(),
  env: {},
  isTerminal: false,
  isErrorTerminal: false,
  today: '2026-11-24',
  stdout: () => {},
  stderr: () => {},
  stdin: async () => new Uint8Array(),
};

afterEach(() => {
  vi.unstubAllEnvs();
});

test('a step that ends otherwise than the story tells is a defect', async () => {
  await expect(demo(io, async () => EXIT.OK)).rejects.toThrow('check ended with 0 instead of 1');
  await expect(demo(io, async () => EXIT.FINDINGS)).rejects.toThrow(
    'who ended with 1 instead of 0',
  );
});

test('what a person told git about hooks, signatures, templates and excludes changes nothing', async () => {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'treaty-home-')));
  try {
    const settings = {
      core: { hooksPath: home, excludesFile: join(home, 'excludes'), autocrlf: 'true' },
      commit: { gpgSign: 'true' },
      gpg: { program: join(home, 'no-such-program') },
      init: { templateDir: join(home, 'no-such-folder') },
    };
    const lines = Object.entries(settings).map(([section, keys]) =>
      [
        `[${section}]`,
        ...Object.entries(keys).map(([key, value]) => `${key} = ${JSON.stringify(value)}`),
      ].join('\n'),
    );
    writeFileSync(join(home, 'config'), `${lines.join('\n')}\n`);
    writeFileSync(join(home, 'excludes'), '*.json\n*.yaml\n');
    writeFileSync(join(home, 'pre-commit'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    vi.stubEnv('GIT_CONFIG_GLOBAL', join(home, 'config'));
    const codes = [1, 0, 0, 0, 0, 0, 1, 0] as const;
    const seen: (readonly string[])[] = [];
    await demo(io, async (_argv, { cwd }) => {
      const repository = openRepository(cwd);
      const base = repository && resolveCommit(repository, 'main');
      if (base === undefined) throw new Error('the registry was not committed');
      seen.push(changedFiles(repository as Repository, base));
      return codes[seen.length - 1] ?? EXIT.OK;
    });
    expect(seen).toHaveLength(codes.length);
    expect(seen[0]).toContain('schemas/order/placed/2.1.0/schema.json');
    expect(seen[0]?.every((file) => file.startsWith('schemas/order/placed/'))).toBe(true);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
