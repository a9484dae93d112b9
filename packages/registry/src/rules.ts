import type { Rule } from '@treaty/findings';

type Name =
  | 'malformed'
  | 'duplicateKey'
  | 'numberInexact'
  | 'invalid'
  | 'unknownKey'
  | 'missing'
  | 'name'
  | 'noVersions';

/** What can be wrong with the documents of a registry, each taken by itself. */
export const registryRules: Readonly<Record<Name, Rule>> = {
  malformed: {
    id: 'document/malformed',
    severity: 'error',
    summary: 'A document cannot be read as the YAML or JSON that its name promises.',
    why: 'What cannot be read cannot be checked; the run says so instead of passing over it.',
    fix: 'Mend the text at the place given. Most editors show the same error.',
    incomplete: true,
  },
  duplicateKey: {
    id: 'document/duplicate-key',
    severity: 'error',
    summary: 'A name stands twice in one object.',
    why: 'Readers disagree on which of the two counts, so the document means different things to different tools.',
    fix: 'Keep one of the two.',
  },
  numberInexact: {
    id: 'document/number-inexact',
    severity: 'error',
    summary: 'A document holds an integer that programs read as another one.',
    why: 'Beyond 2^53 a number loses its last digits when it is read: two different bounds look the same, and a digest cannot tell them apart.',
    fix: 'Write a number that a double holds; identifiers of that length are strings.',
  },
  invalid: {
    id: 'document/invalid',
    severity: 'error',
    summary: 'A document does not have the form that the registry reference gives it.',
    why: 'A key that is missing or of the wrong form is a promise that nobody checks.',
    fix: 'See docs/reference/registry.md for the keys of each document; editors complete and explain them.',
  },
  unknownKey: {
    id: 'document/unknown-key',
    severity: 'error',
    summary: 'A document holds a key that Treaty does not know.',
    why: 'A misspelt key is silently without effect: the promise that it was meant to make is not kept.',
    fix: 'Correct the name, or remove the key.',
  },
  missing: {
    id: 'document/missing',
    severity: 'error',
    summary: 'A document that the layout of the registry asks for is not there.',
    why: 'A flow without its agreement has no owner, a version without its schema has no shape.',
    fix: 'Write the document (`treaty new` makes each of them), or remove the folder.',
  },
  name: {
    id: 'registry/name',
    severity: 'error',
    summary: 'A folder or file has a name that the registry does not read.',
    why: 'What is not read is not checked. Names are kebab-case; versions are X.Y.Z from 1.0.0 on.',
    fix: 'Rename it. A draft needs no pre-release part: a version is a draft until it is released.',
  },
  noVersions: {
    id: 'registry/flow-without-versions',
    severity: 'error',
    summary: 'A flow has no version.',
    why: 'An agreement without a shape promises nothing.',
    fix: 'Add the first one: `treaty new <entity>/<flow>@1.0.0`.',
  },
};
