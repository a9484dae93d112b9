import type { Agreement, Flow } from '@treaty/registry';
import { code, codes, inWords, list, type Markdown, section, table, text } from '../markdown.ts';
import type { Source } from '../source.ts';

type Incident = NonNullable<Agreement['incident']>;

/** When people are called and whom, how exposure is raised and stopped, and what is still owed. */
export function incidentSection(source: Source, { agreement }: Flow): Markdown {
  const { incident = {}, responsible } = agreement;
  const { objective, escalate = [], exposure, followUps = [] } = incident;
  const followed = followUps.map(({ incident: number, fix, due, done }) => [
    text(number),
    text(fix),
    due,
    done ?? (due < source.today ? 'overdue' : 'open'),
  ]);
  return section(
    '## Incident',
    list([
      ...(objective?.confirmed === undefined
        ? []
        : [
            `The objective: ${objective.confirmed} confirmed in time${objective.over === undefined ? '' : `, over ${objective.over}`}.`,
          ]),
      ...alertLines(incident.alert),
    ]),
    section(
      '### Who is called',
      table(['unacknowledged for', 'called', 'through'], ladder(source, escalate)),
    ),
    section('### Exposure', list(exposureLines(exposure, responsible?.stop))),
    section('### Follow-ups', table(['incident', 'fix', 'due', 'done'], followed)),
  );
}

function alertLines(alert: Incident['alert']): readonly Markdown[] {
  const { silence, lag, deadLetters } = alert ?? {};
  const causes = [
    ...(silence === undefined ? [] : [`${silence} without a payload`]),
    ...(lag === undefined ? [] : [`a payload that waits for more than ${lag}`]),
    ...(deadLetters === undefined
      ? []
      : [deadLetters === 1 ? 'a dead letter' : `${deadLetters} dead letters`]),
  ];
  return causes.length === 0 ? [] : [`What alerts: ${inWords(causes, 'or')}.`];
}

function ladder(
  { registry }: Source,
  steps: NonNullable<Incident['escalate']>,
): readonly (readonly Markdown[])[] {
  return steps.map(({ to, after }) => {
    const page = registry.parties.get(to)?.contact?.page;
    return [after, code(to), page === undefined ? 'no channel' : code(page)];
  });
}

function exposureLines(
  exposure: Incident['exposure'],
  stop: readonly string[] | undefined,
): readonly Markdown[] {
  const { stages, hold, advance, halt, irreversibleFrom } = exposure ?? {};
  const up = [
    ...(advance?.confirmed === undefined ? [] : [`${advance.confirmed} confirmed in time`]),
    ...(advance?.mismatches === undefined
      ? []
      : [
          advance.mismatches === 0
            ? 'no open mismatch'
            : `at most ${advance.mismatches} open mismatches`,
        ]),
  ];
  const down = [
    ...(halt?.confirmed === undefined ? [] : [`fewer than ${halt.confirmed} confirmed in time`]),
    ...(halt?.deadLetters === undefined ? [] : [`more than ${halt.deadLetters} dead letters`]),
  ];
  const over = (period: string | undefined): string =>
    period === undefined ? '' : ` over ${period}`;
  return [
    ...(stages === undefined
      ? []
      : [
          `Stages: ${stages.map(text).join(' → ')}${hold === undefined ? '' : `, each for at least ${hold}`}.`,
        ]),
    ...(up.length === 0 ? [] : [`On to the next with ${inWords(up)}${over(advance?.over)}.`]),
    ...(down.length === 0
      ? []
      : [`It stops by itself with ${inWords(down, 'or')}${over(halt?.over)}.`]),
    ...(stop === undefined
      ? []
      : [`Any one person of ${codes(stop, 'or')} stops it alone; resuming takes two.`]),
    ...(irreversibleFrom === undefined
      ? []
      : [`From ${text(irreversibleFrom)} on going back is repair, not reversal.`]),
  ];
}
