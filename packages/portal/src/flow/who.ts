import type { Consumer, Flow } from '@treaty/registry';
import { code, codes, type Markdown, section, table } from '../markdown.ts';
import { peopleOf, peopleOfParty, type Source } from '../source.ts';

/** Who sends, who reads what of it, who decides and who does what. People come from CODEOWNERS alone. */
export function whoSection(source: Source, { agreement, document }: Flow): Markdown {
  const { producer, consumers, responsible = {} } = agreement;
  const { retries = producer, deadLetters, reconciliation, incident, stop = [] } = responsible;
  const duties: readonly (readonly [string, string | undefined])[] = [
    ['sends', producer],
    ['keeps the retries', retries],
    ['empties the dead letters', deadLetters],
    ['empties the mismatches', reconciliation],
    ['leads an incident', incident],
    ...stop.map((party) => ['may stop exposure', party] as const),
  ];
  const busy = [...new Set(duties.flatMap(([, party]) => party ?? []))];
  const rows = busy.map((one) => [
    code(one),
    duties.flatMap(([duty, party]) => (party === one ? [duty] : [])).join(', '),
    peopleOfParty(source, one),
  ]);
  return section(
    '## Who',
    `Stewards, who decide on this agreement: ${peopleOf(source, document.file)}.`,
    table(['party', 'what it does', 'people'], rows),
    table(
      ['consumer', 'versions', 'reads', 'people'],
      consumers.flatMap((consumer) => readsOf(source, consumer)),
    ),
  );
}

function readsOf(source: Source, { party, reads }: Consumer): readonly (readonly Markdown[])[] {
  return reads.map(({ range, attributes }) => [
    code(party),
    code(range),
    attributes === 'all' ? 'everything' : codes(attributes),
    peopleOfParty(source, party),
  ]);
}
