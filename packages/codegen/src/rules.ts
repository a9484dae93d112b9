import type { Rule } from '@treaty/findings';

type Name = 'drift' | 'flowLeftOut' | 'packageUnnamed';

/** What can be said about the generated package. */
export const codegenRules: Readonly<Record<Name, Rule>> = {
  drift: {
    id: 'codegen/drift',
    severity: 'error',
    summary: 'A generated file is not what the registry generates today.',
    why: 'Services import the generated files: what differs from the contract is a contract of its own, that nobody agreed to.',
    fix: 'Run `treaty generate` and commit what it writes. Never edit a generated file.',
  },
  flowLeftOut: {
    id: 'codegen/flow-left-out',
    severity: 'info',
    summary: 'A flow has no version that a client may use: all are drafts, or retired.',
    why: 'A client holds only what is released: a draft may still change under the services that use it.',
    fix: 'Release a version: `treaty release <entity>/<flow>@<version>`.',
  },
  packageUnnamed: {
    id: 'codegen/package-unnamed',
    severity: 'error',
    summary: 'The registry does not say what the package that it generates is called.',
    why: 'Services import the package by its name, so it cannot be guessed.',
    fix: 'Add `package: "@your-scope/contracts"` to treaty.yaml.',
  },
};
