import { decide } from '@treaty/containment';
import { compileBare } from './compile-bare.ts';
import { sampleFlows } from './sample-registry.ts';
import { ratio, timed, timesOf } from './times.ts';

const OPTIONS = { writer: 'closed', formats: 'assert' } as const;

/**
 * Deciding on each pair of consecutive versions of the sample registry, in both directions, beside compiling
 * the same schemas with Ajv and validating a sample. The first round is not counted: it loads the code.
 */
export async function benchContainment(iterations: number): Promise<object> {
  const pairs = sampleFlows().flatMap((versions) =>
    versions.slice(1).flatMap((next, i) => {
      const previous = versions[i] ?? next;
      return [
        { writer: previous, reader: next },
        { writer: next, reader: previous },
      ];
    }),
  );
  const decisions: number[] = [];
  const validations: number[] = [];
  for (let round = 0; round <= iterations; round++) {
    for (const { writer, reader } of pairs) {
      const [sent, read] = [writer.schema.value, reader.schema.value];
      const payload = writer.samples[0]?.document.value;
      const decision = await timed(() => decide(sent, read, OPTIONS));
      const validation = await timed(() => [sent, read].map((one) => compileBare(one)(payload)));
      if (round === 0) continue;
      decisions.push(decision);
      validations.push(validation);
    }
  }
  const [decided, ajv] = [timesOf(decisions), timesOf(validations)];
  return { pairs: pairs.length, decide: decided, ajv, toAjv: ratio(decided, ajv) };
}
