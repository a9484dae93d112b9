import { formatPointer } from '@treaty/json';
import { schemaLine } from './editor-schema.ts';
import { scalar } from './scalar.ts';

export interface AgreementTexts {
  readonly title: string;
  readonly producer: string;
  readonly consumers: readonly string[];
  /** Majors that every consumer reads, ascending. */
  readonly majors: readonly number[];
  /** Members of the payload that the producer only carries along. */
  readonly copies?: readonly string[];
  /** Versions that are no longer sent, and the last day on which they were. */
  readonly sunset?: { readonly range: string; readonly day: string };
}

/** schemas/<entity>/<flow>/contract.yaml */
export function agreementText(texts: AgreementTexts): string {
  const { title, producer, consumers, majors, copies = [], sunset } = texts;
  const reads = majors.map((major) => `^${major}.0.0: all`).join(', ');
  const named = [...new Set(consumers)].map((party) => `  ${party}: { ${reads} }\n`).join('');
  const carried = copies.map((name) => scalar(formatPointer([name]), 1000)).join(', ');
  const past =
    sunset === undefined
      ? ''
      : `compatibility:\n  sunset: { "${sunset.range}": ${sunset.day} } # last day of sending\n`;
  return `${schemaLine('contract')}title: ${scalar(title)}
producer: ${producer}
consumers: # party: { versions it reads: all, or the attributes that it reads }
${named || '  {}\n'}${carried && `copies: [${carried}] # carried, not mastered by the producer\n`}${past}`;
}
