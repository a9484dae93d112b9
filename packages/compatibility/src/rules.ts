import type { Rule } from '@treaty/findings';

type Name =
  | 'backward'
  | 'forward'
  | 'undecided'
  | 'invariant'
  | 'identity'
  | 'understated'
  | 'overstated'
  | 'releasedChanged'
  | 'releasedRemoved'
  | 'lockEdited'
  | 'nothingToSend'
  | 'entryUntrue'
  | 'flowRemoved';

/** What can be wrong between two versions of a flow. */
export const compatibilityRules: Readonly<Record<Name, Rule>> = {
  backward: {
    id: 'compatibility/backward-broken',
    severity: 'error',
    summary: 'A version rejects payloads that a live version of its major allows.',
    why: 'Stored, retried and replayed messages were written under the released version. Whoever reads them with this one fails on them.',
    fix: 'Make the version accept what was allowed before, or give it the next major number.',
  },
  forward: {
    id: 'compatibility/forward-broken',
    severity: 'error',
    summary: 'A version allows payloads that a live version of its major rejects.',
    why: 'Consumers run with the released version. The first payload that uses what is new here fails in their hands.',
    fix: 'Allow only what the live versions accept, or give the version the next major number.',
  },
  undecided: {
    id: 'compatibility/undecided',
    severity: 'error',
    summary: 'It could not be decided whether two versions agree.',
    why: 'Compatible means proved. What is not proved counts as a break, so that nothing passes by luck.',
    fix: 'Write the schema in simpler words at the place given, or give the version the next major number.',
  },
  invariant: {
    id: 'compatibility/invariant-changed',
    severity: 'error',
    summary: 'An invariant differs from the one of a live version of the same major.',
    why: 'An invariant that is added refuses payloads that were right before; one that is removed lets through what readers rely on.',
    fix: 'Restore the invariant, or give the version the next major number.',
  },
  identity: {
    id: 'compatibility/identity-changed',
    severity: 'error',
    summary:
      'Key, idempotency key or sequence differ from those of a live version of the same major.',
    why: 'Consumers recognise duplicates and order by them: one payload would be two things, or two payloads one.',
    fix: 'Restore the identity, or give the version the next major number.',
  },
  nothingToSend: {
    id: 'compatibility/nothing-to-send',
    severity: 'error',
    summary: 'There is no payload that a producer could send under a version.',
    why: 'What sends nothing breaks nobody: every comparison with such a version is empty, and real breaks pass. Mostly a required property is declared nowhere, and a closed writer sends only what is declared.',
    fix: 'Declare what is required under `properties`; or say `writer: open`, if undeclared properties are sent.',
  },
  understated: {
    id: 'compatibility/class-understated',
    severity: 'error',
    summary: 'The number of a version says less than what changed.',
    why: 'Whoever reads the number decides by it whether to look. A minor called patch is not looked at.',
    fix: 'Rename the folder of the version to the number that the finding gives.',
  },
  overstated: {
    id: 'compatibility/class-overstated',
    severity: 'warning',
    summary: 'The number of a version says more than what changed.',
    why: 'A major asks every consumer to move. Nobody should move for nothing.',
    fix: 'Rename the folder of the version to the number that the finding gives, if nothing more is to come.',
  },
  releasedChanged: {
    id: 'lock/released-version-changed',
    severity: 'error',
    summary: 'A released version was changed.',
    why: 'Published means immutable: payloads, clients and proofs refer to what was released under this number.',
    fix: 'Restore the version, and make the change in the next one: `treaty new <entity>/<flow>@minor`.',
  },
  releasedRemoved: {
    id: 'lock/released-version-removed',
    severity: 'error',
    summary: 'A released version is gone.',
    why: 'Retired versions stay for history, dead letters and migrations.',
    fix: 'Restore its folder. A version ends by a sunset in the agreement, not by deletion.',
  },
  lockEdited: {
    id: 'lock/edited',
    severity: 'error',
    summary: 'A lock was edited instead of appended to.',
    why: 'The lock is the memory of what was released. Each entry names the one before it, so that no one can be changed unseen.',
    fix: 'Restore contract.lock from the base; only `treaty release` appends to it.',
  },
  entryUntrue: {
    id: 'lock/entry-untrue',
    severity: 'error',
    summary: 'A new entry of a lock is not what `treaty release` would have written.',
    why: 'Approvals, clients and later verdicts believe the lock. An entry written by hand could call a major a patch.',
    fix: 'Take the entry out, and let `treaty release` write it.',
  },
  flowRemoved: {
    id: 'lock/flow-removed',
    severity: 'error',
    summary: 'A flow that has released versions is gone.',
    why: 'Whoever reads it stops being served, without a notice; its history and dead letters lose their meaning.',
    fix: 'Restore its folder, and give its versions a sunset in the agreement.',
  },
};
