import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, type JsonValue, member, readYaml } from '@treaty/json';
import { describe, expect, test } from 'vitest';
import { ROOT } from './blocks/markdown-files.ts';
import { shellProblems } from './blocks/shell.ts';

const FOLDER = '.github/workflows';

describe.each(readdirSync(join(ROOT, FOLDER)))('%s', (name) => {
  const text = readFileSync(join(ROOT, FOLDER, name), 'utf8');
  const { located, problems } = readYaml(text);
  const steps = stepsOf(located?.value ?? null);

  test('is YAML, with jobs that do something', () => {
    expect(problems).toEqual([]);
    expect(steps.length).toBeGreaterThan(0);
  });

  test('has no right that it does not name', () => {
    expect(isObject(member(located?.value, 'permissions'))).toBe(true);
    expect(text).not.toMatch(/write-all|pull_request_target/);
    // What a pull request brings never runs beside the right to publish.
    if (text.includes('id-token: write')) expect(text).not.toContain('pull_request');
  });

  test('takes actions at a commit, and leaves no credentials in the work tree', () => {
    for (const step of steps) {
      const uses = member(step, 'uses');
      if (uses === undefined) continue;
      expect(uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
      expect(text).toMatch(new RegExp(`${uses} # v\\d+\\.\\d+\\.\\d+\n`));
      if (String(uses).startsWith('actions/checkout@'))
        expect(member(member(step, 'with'), 'persist-credentials')).toBe(false);
    }
  });

  test('runs scripts, tools and versions that are there, and nothing that an event wrote', () => {
    for (const step of steps) {
      const run = member(step, 'run');
      if (typeof run !== 'string') continue;
      expect(run).not.toContain('${{');
      const block = {
        file: `${FOLDER}/${name}`,
        line: 1,
        language: 'sh',
        text: run,
        directives: [],
      };
      expect(shellProblems(block)).toEqual([]);
    }
  });
});

function stepsOf(workflow: JsonValue): readonly JsonValue[] {
  const jobs = member(workflow, 'jobs');
  return isObject(jobs)
    ? Object.values(jobs).flatMap((job) => {
        const steps = member(job, 'steps');
        return Array.isArray(steps) ? steps : [];
      })
    : [];
}
