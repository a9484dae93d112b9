import { type Finding, finding, type Rule } from '@treaty/findings';
import { escapeToken } from '@treaty/json';
import type { Sample } from '@treaty/registry';
import type { PayloadError, VersionValidator } from '@treaty/validation';
import type { FlowCheck } from '../../context.ts';
import { validatorOfVersion } from '../../version-validator.ts';

const sampleRules: Readonly<
  Record<'rejected' | 'accepted' | 'otherFailure' | 'alike' | 'none', Rule>
> = {
  rejected: {
    id: 'samples/valid-rejected',
    severity: 'error',
    summary: 'A sample that is called valid is rejected by its version.',
    why: 'Samples are what people copy, and what witnesses are made of. A wrong one teaches a wrong contract.',
    fix: 'Correct the sample; if it shows what is really sent, the schema is wrong.',
  },
  accepted: {
    id: 'samples/invalid-accepted',
    severity: 'error',
    summary: 'A sample that is called invalid is accepted by its version.',
    why: 'The contract promises less than its authors believe: what they meant to refuse gets through.',
    fix: 'Make the schema or an invariant refuse it, or move the sample to samples/valid.',
  },
  otherFailure: {
    id: 'samples/other-failure',
    severity: 'error',
    summary: 'An invalid sample does not fail on what its name says.',
    why: 'What the sample was written to show is no longer shown; a later change could allow it unseen.',
    fix: 'Correct the sample, or call it <name>.<failure>.json by what it fails on.',
  },
  alike: {
    id: 'samples/alike',
    severity: 'warning',
    summary: 'Two invalid samples of a version fail on the same keyword at the same place.',
    why: 'The second one shows nothing that the first one does not.',
    fix: 'Let one of them fail on something else, or remove it.',
  },
  none: {
    id: 'samples/none',
    severity: 'warning',
    summary: 'A version has no valid sample, or no invalid one.',
    why: 'A sample is the fastest way to understand a contract, and the first payload that a witness is made of.',
    fix: 'Add samples/valid/<name>.json and samples/invalid/<name>.<failure>.json.',
  },
};

/** Schemas and invariants compile; samples pass or fail as their names say. */
export const samplesKeepTheirWord: FlowCheck = {
  rules: Object.values(sampleRules),
  findings: ({ flow, guard, current }, { head, against }) =>
    current.flatMap((version): readonly Finding[] => {
      const settings = (against?.base ?? head).settings;
      const { validator, findings } = validatorOfVersion(version, settings);
      if (validator === undefined) return findings;
      const missing = (['valid', 'invalid'] as const).filter(
        (kind) => !version.samples.some((one) => one.kind === kind),
      );
      // A released version can get no more samples; only a draft's author can act on it.
      const draft = !guard.lock.some((entry) => entry.version === version.version);
      return [
        ...findings,
        ...(draft && missing.length > 0
          ? [
              finding(sampleRules.none, {
                message: `${flow.id} ${version.version} has no ${missing.join(' and no ')} sample.`,
                location: version.schema.at(''),
              }),
            ]
          : []),
        ...version.samples.flatMap((sample) => judged(sample, validator)),
        ...alike(version.samples, validator),
      ];
    }),
};

function judged(sample: Sample, validator: VersionValidator): Finding[] {
  const errors = validator.validate(sample.document.value);
  const first = errors[0];
  const title = `The ${sample.kind} sample ${sample.name}`;
  if (sample.kind === 'valid') {
    if (first === undefined) return [];
    const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
    return [
      finding(sampleRules.rejected, {
        message: `${title} is rejected. ${inWords(first)}${more}`,
        location: placeOf(sample, first),
      }),
    ];
  }
  if (first === undefined) {
    return [
      finding(sampleRules.accepted, {
        message: `${title} is accepted.`,
        location: sample.document.at(''),
      }),
    ];
  }
  if (errors.some(({ keyword }) => keyword === sample.failure)) return [];
  const failures = [...new Set(errors.map(({ keyword }) => keyword))].join(', ');
  return [
    finding(sampleRules.otherFailure, {
      message: `${title} should fail on ${sample.failure}, but fails on ${failures}. ${inWords(first)}`,
      location: placeOf(sample, first),
    }),
  ];
}

function alike(samples: readonly Sample[], validator: VersionValidator): Finding[] {
  const shown = new Map<string, Sample>();
  return samples
    .filter(({ kind }) => kind === 'invalid')
    .flatMap((sample): Finding[] => {
      const error = validator
        .validate(sample.document.value)
        .find(({ keyword }) => keyword === sample.failure);
      if (error === undefined) return [];
      const what = `${error.keyword} ${error.pointer} ${error.member ?? ''}`;
      const other = shown.get(what);
      shown.set(what, other ?? sample);
      if (other === undefined) return [];
      return [
        finding(sampleRules.alike, {
          message: `The invalid samples ${other.name} and ${sample.name} both fail on ${error.keyword} at ${error.pointer || 'the root'}.`,
          location: placeOf(sample, error),
          related: [{ message: other.name, location: other.document.at(error.pointer) }],
        }),
      ];
    });
}

function inWords({ pointer, message }: PayloadError): string {
  return pointer === '' ? message : `${pointer}: ${message}`;
}

function placeOf(sample: Sample, { pointer, member, keyword }: PayloadError): Finding['location'] {
  if (member === undefined || keyword === 'required') return sample.document.at(pointer);
  return sample.document.at(`${pointer}/${escapeToken(member)}`, 'name');
}
