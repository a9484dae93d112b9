import { type Finding, finding, type Rule } from '@treaty/findings';
import { formatPointer } from '@treaty/json';
import { inRange, isRange } from '@treaty/registry';
import type { FlowCheck } from '../../context.ts';

const rangeRules: Readonly<Record<'invalid' | 'empty', Rule>> = {
  invalid: {
    id: 'agreement/range-invalid',
    severity: 'error',
    summary: 'A range of versions is no range.',
    why: 'What it covers cannot be told, so neither can whom a change breaks.',
    fix: 'Write it as npm does: ^1.2.0, >=1.2.0 <3.0.0, 2.x.',
  },
  empty: {
    id: 'agreement/range-empty',
    severity: 'warning',
    summary: 'A consumer reads a range in which there is no version.',
    why: 'The consumer is asked about no change, and reads nothing, although its owners believe that it does.',
    fix: 'Correct the range to the versions that the consumer reads.',
  },
};

/** Ranges can be read, and a consumer's ranges hold at least one version. */
export const rangesAreMeant: FlowCheck = {
  rules: Object.values(rangeRules),
  findings: ({ flow }) => {
    const { agreement, document, versions } = flow;
    const named: (readonly [path: readonly string[], range: string])[] = [
      ...agreement.consumers.flatMap(({ party, reads }) =>
        reads.map(({ range }) => [['consumers', party, range], range] as const),
      ),
      ...Object.keys(agreement.compatibility.sunset).map(
        (range) => [['compatibility', 'sunset', range], range] as const,
      ),
      ...Object.keys(agreement.attributes ?? {}).map(
        (range) => [['attributes', range], range] as const,
      ),
    ];
    return named.flatMap(([path, range]): Finding[] => {
      const location = document.at(formatPointer(path), 'name');
      if (!isRange(range)) {
        return [
          finding(rangeRules.invalid, {
            message: `${JSON.stringify(range)} is no range of versions.`,
            location,
          }),
        ];
      }
      if (path[0] !== 'consumers' || versions.some(({ version }) => inRange(version, range)))
        return [];
      return [
        finding(rangeRules.empty, {
          message: `${path[1]} reads ${range} of ${flow.id}, which has no such version.`,
          location,
        }),
      ];
    });
  },
};
