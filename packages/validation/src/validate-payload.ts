import { type Finding, finding } from '@treaty/findings';
import { DEFAULT_LIMITS, escapeToken, type Located, type ReadLimits, readJson } from '@treaty/json';
import type { VersionValidator } from './compile-version.ts';
import type { PayloadError } from './payload-error.ts';
import { validationRules } from './rules.ts';

export interface ValidatedPayload {
  readonly findings: readonly Finding[];
  /** Empty where the text could not be read, too: the findings say so. */
  readonly errors: readonly PayloadError[];
}

/**
 * What one validation may read, in UTF-16 code units. Larger files are streams of payloads, which are read
 * one by one. It also bounds what a pattern can be made to look at: see the seam in engine.ts.
 */
const LIMITS: ReadLimits = { ...DEFAULT_LIMITS, maxLength: 16 * 1024 * 1024 };

/** Validates the text of one payload. `file` is what findings name; nothing is read from it. */
export function validatePayload(
  validator: VersionValidator,
  text: string,
  file: string,
): ValidatedPayload {
  const { located, problems } = readJson(text, LIMITS);
  const malformed = problems.map(({ kind, message, position, pointer }) =>
    finding(validationRules.malformed, {
      message,
      location: { file, ...position, pointer },
      subject: kind,
    }),
  );
  if (located === undefined) return { findings: malformed, errors: [] };
  const errors = validator.validate(located.value);
  return {
    findings: [...malformed, ...errors.map((error) => findingOf(error, located, file))],
    errors,
  };
}

function findingOf(error: PayloadError, located: Located, file: string): Finding {
  const { kind, pointer, keyword, member, message, fix } = error;
  // What should not be there is shown itself; what is missing, by the object that lacks it.
  const extra = member === undefined ? pointer : `${pointer}/${escapeToken(member)}`;
  const rule =
    kind === 'schema' ? validationRules.payloadInvalid : validationRules.payloadInvariant;
  return finding(rule, {
    message: pointer === '' ? message : `${pointer}: ${message}`,
    location: {
      file,
      ...located.positionOf(extra, member === undefined ? 'value' : 'name'),
      pointer,
    },
    subject: `${keyword} ${member ?? ''}`,
    ...(fix === undefined ? {} : { fix }),
  });
}
