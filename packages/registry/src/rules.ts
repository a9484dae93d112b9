import type { Rule } from '@treaty/findings';

type Name =
  | 'malformed'
  | 'duplicateKey'
  | 'numberInexact'
  | 'invalid'
  | 'unknownKey'
  | 'missing'
  | 'name'
  | 'noVersions'
  | 'tooLarge'
  | 'reference'
  | 'stray'
  | 'notAFile'
  | 'notPortable';

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
  tooLarge: {
    id: 'document/too-large',
    severity: 'error',
    summary: 'A document is larger than any that people write.',
    why: 'A document of that size is data that got into the registry by mistake, or an attempt to exhaust whoever checks it; it is not read.',
    fix: 'Cut it down: a sample shows one payload. Whole extracts are what `treaty validate` reads.',
    incomplete: true,
  },
  reference: {
    id: 'schema/reference',
    severity: 'error',
    summary: 'A schema refers to something that is no shared definition of the registry.',
    why: 'A contract is complete in itself: nothing is fetched, and another flow changes when its owners want, not when this one does.',
    fix: 'Refer to `treaty:shared/<name>@<version>`, or by path to schemas/shared/<name>/<version>/schema.json; `treaty new shared/<name>` makes one.',
  },
  stray: {
    id: 'registry/stray-file',
    severity: 'error',
    summary: 'A file that looks like a document stands where the registry reads none.',
    why: 'What is not read is without effect: the promise that somebody wrote into it is not kept, and nothing says so.',
    fix: 'Rename it to what the layout asks for (docs/reference/registry.md), or move it out of schemas/.',
  },
  notAFile: {
    id: 'registry/not-a-file',
    severity: 'error',
    summary: 'A link, a submodule or a device lies among the documents.',
    why: 'What it leads to is not part of the commit that is reviewed: it can change, or differ from machine to machine, without a change of the contract.',
    fix: 'Put the file itself there.',
  },
  notPortable: {
    id: 'registry/name-not-portable',
    severity: 'error',
    summary: 'A name cannot be kept by every file system.',
    why: 'On Windows and macOS two names that differ only in case are one file, and some names are none: there, a checkout is another registry.',
    fix: 'Rename it.',
  },
};
