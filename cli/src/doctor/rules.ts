import type { Rule, Severity } from '@treaty/findings';

type Name =
  | 'node'
  | 'git'
  | 'repository'
  | 'commits'
  | 'shallow'
  | 'branch'
  | 'onePerson'
  | 'editorLine'
  | 'cache';

const rule = (id: string, severity: Severity, summary: string, why: string, fix: string): Rule => ({
  id: `doctor/${id}`,
  severity,
  summary,
  why,
  fix,
});

/** What can be wrong around a registry, on a machine or in a pipeline. */
export const doctorRules: Readonly<Record<Name, Rule>> = {
  node: rule(
    'node-too-old',
    'error',
    'Node.js is older than Treaty needs.',
    'What an older one lacks shows as a defect somewhere else.',
    'Install Node.js 20.19 or later.',
  ),
  git: rule(
    'git-missing',
    'error',
    'git cannot be run.',
    'What changed, and what is released on the base, is read through git.',
    'Install git, and see that it is on the PATH.',
  ),
  repository: rule(
    'no-repository',
    'warning',
    'The registry lies in no git repository.',
    'Without history nothing is compared with a base, and nobody is asked.',
    'Run `git init`, and commit the registry.',
  ),
  commits: rule(
    'no-commits',
    'warning',
    'The repository has no commit.',
    'There is nothing yet that a change could be held against.',
    'Commit the registry.',
  ),
  shallow: rule(
    'shallow-clone',
    'warning',
    'The clone is shallow.',
    'The merge base may be cut off, and a check against it stops.',
    'Run `git fetch --unshallow`; in GitHub Actions give actions/checkout `fetch-depth: 0`.',
  ),
  branch: rule(
    'branch-unknown',
    'warning',
    'The protected branch is not in this clone.',
    'A change is judged by what the protected branch says.',
    'Fetch it, or correct `branch` in treaty.yaml.',
  ),
  onePerson: rule(
    'one-person-seat',
    'warning',
    'One person alone can fill a seat.',
    'A change waits for their holiday to end, and their own change nobody can approve.',
    'Name a team, or a second person, in CODEOWNERS.',
  ),
  editorLine: rule(
    'editor-line-missing',
    'info',
    'A document does not tell editors which schema it follows.',
    'With the line editors complete keys, explain them and mark what is wrong while it is typed.',
    'Begin it with `# yaml-language-server: $schema=…`, as `treaty new` does.',
  ),
  cache: rule(
    'cache-not-writable',
    'warning',
    'Results cannot be kept in node_modules/.cache.',
    'Every run computes everything again.',
    'Let the user who runs Treaty write there.',
  ),
};
