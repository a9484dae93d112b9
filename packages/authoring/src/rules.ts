import type { Rule } from '@treaty/findings';
import { REGISTRY_DIALECTS } from '@treaty/schema';

type Name =
  | 'exists'
  | 'name'
  | 'missing'
  | 'noSystem'
  | 'draft'
  | 'payload'
  | 'noPayload'
  | 'payloadsLeft'
  | 'nothing'
  | 'noSchema'
  | 'unreadable'
  | 'dialect'
  | 'upgraded'
  | 'history'
  | 'unnamed'
  | 'taken'
  | 'outside'
  | 'definition';

/** Why `init` and `new` refuse something, or leave a file where it is. */
export const authoringRules: Readonly<Record<Name, Rule>> = {
  exists: {
    id: 'authoring/exists',
    severity: 'error',
    summary: 'What was to be made stands already.',
    why: 'Treaty writes over nothing that people wrote.',
    fix: 'Edit what stands, or choose another name.',
  },
  name: {
    id: 'authoring/name',
    severity: 'error',
    summary: 'A name has not the form that the registry reads.',
    why: 'Names become folders, files and parts of generated code. One form works everywhere.',
    fix: 'Use lower-case words joined by hyphens, a letter first; a flow is <entity>/<flow>, a version X.Y.Z from 1.0.0 on.',
  },
  missing: {
    id: 'authoring/missing',
    severity: 'error',
    summary: 'Something was to be added to what is not there.',
    why: 'A version needs its flow, and everything needs a registry.',
    fix: 'Make that first: `treaty init`, `treaty new <entity>/<flow>`.',
  },
  noSystem: {
    id: 'authoring/no-system',
    severity: 'error',
    summary: 'No system is named where one has to be.',
    why: 'An entity has a system of record and a flow a producer. Which one it is, only people know.',
    fix: 'Name it: `--record <party>` for an entity, `--producer <party>` for a flow.',
  },
  draft: {
    id: 'authoring/draft-in-work',
    severity: 'error',
    summary: 'The next version was asked for while the newest one is still a draft.',
    why: 'A draft may change until it is released. Two drafts in a row would be two numbers for one change.',
    fix: 'Change the draft, or release it first; or say the number: `treaty new <entity>/<flow>@X.Y.Z`.',
  },
  payload: {
    id: 'authoring/payload-unreadable',
    severity: 'warning',
    summary: 'A payload that a version was to be proposed from is no JSON.',
    why: 'What cannot be read says nothing about the shape. The others were read all the same.',
    fix: 'Mend it at the place given, or leave it out.',
  },
  noPayload: {
    id: 'authoring/no-payload',
    severity: 'error',
    summary: 'The files that a version was to be proposed from hold no payload.',
    why: 'A schema of nothing would accept everything.',
    fix: 'Give a file with one payload a line (.ndjson), a JSON array of payloads, or files with one each.',
  },
  payloadsLeft: {
    id: 'authoring/payloads-left-out',
    severity: 'info',
    summary: 'There were more payloads than a proposal looks at.',
    why: 'A few thousand say what there is to say; the rest would only take longer.',
    fix: 'Nothing needs to be done. Validate the others when the draft is right: `treaty validate`.',
  },
  nothing: {
    id: 'adoption/nothing-found',
    severity: 'error',
    summary: 'No file that the pattern matches could be adopted.',
    why: 'A registry of nothing would check nothing, and be green.',
    fix: 'Correct the pattern. Quote it, so that the shell leaves it alone.',
  },
  noSchema: {
    id: 'adoption/no-schema',
    severity: 'info',
    summary: 'A file matches the pattern but is no JSON Schema.',
    why: 'Only schemas become versions; samples, configuration and other formats stay where they are.',
    fix: 'Nothing needs to be done. If it is a schema, give it `$schema`.',
  },
  unreadable: {
    id: 'adoption/unreadable',
    severity: 'warning',
    summary: 'A file matches the pattern but is no JSON.',
    why: 'What cannot be read cannot be adopted. It was left where it is.',
    fix: 'Mend the text at the place given, and run `treaty init --from` again for this file.',
  },
  dialect: {
    id: 'adoption/dialect-unknown',
    severity: 'warning',
    summary: 'A schema is written in a dialect that Treaty does not read.',
    why: `A registry reads ${REGISTRY_DIALECTS.join(', ')}. A schema that it only half understood would be judged wrongly.`,
    fix: 'Rewrite it in a dialect that Treaty reads, and adopt it then.',
  },
  upgraded: {
    id: 'adoption/upgraded',
    severity: 'info',
    summary: 'A schema of an older dialect was written in one that Treaty reads.',
    why: 'draft-04 says some things otherwise than every dialect since. What is adopted accepts the same payloads as before.',
    fix: 'Look at each place once. Where a keyword goes on saying nothing under `x-`, say it in the next version if it was meant.',
  },
  history: {
    id: 'adoption/history-left-out',
    severity: 'info',
    summary: 'Not all of what git remembers of a schema became versions.',
    why: 'Releases stand in the order of their days, and a version is a schema under a number that is true of it. What fits neither would be a history that never was.',
    fix: 'Nothing needs to be done: what the schema says now was adopted. git keeps the rest.',
  },
  unnamed: {
    id: 'adoption/unnamed',
    severity: 'warning',
    summary: 'Neither path, `$id` nor title say which flow a schema is of.',
    why: 'A flow is found by its name, <entity>/<flow>. A made-up one would mislead.',
    fix: 'Rename the file to what it describes, such as order-placed.v2.json, or give `--entity`.',
  },
  taken: {
    id: 'adoption/version-taken',
    severity: 'warning',
    summary: 'Two schemas would be the same version of the same flow.',
    why: 'Which of them was meant, only people know. The second was left where it is.',
    fix: 'Rename one of them so that entity, flow or version differ, and adopt it then.',
  },
  outside: {
    id: 'adoption/refers-outside',
    severity: 'warning',
    summary: 'A schema refers to a document that could not be copied into it.',
    why: 'A version is self-contained: nothing is fetched, and what was released cannot change under it. Until the reference is resolved, every change to this flow is undecided.',
    fix: 'Copy what it refers to into its `$defs`, in the next version.',
  },
  definition: {
    id: 'adoption/definition',
    severity: 'info',
    summary: 'A file that others refer to was taken for a definition, not for a flow.',
    why: 'What it says was copied into the schemas that refer to it, since a version is self-contained.',
    fix: 'Remove the file when nothing else needs it. If it is a flow of its own, adopt it by itself: `treaty init --from <file>`.',
  },
};
