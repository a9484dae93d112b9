import { attributeOf, type Flow, type ReconcileRoutine } from '@treaty/registry';
import { code, codes, list, type Markdown, section, table, text } from '../markdown.ts';
import { newestOf } from '../newest.ts';
import { recordOf } from '../record.ts';
import type { Source } from '../source.ts';
import { flowLink } from './flow-link.ts';

/** The routines that compare what two systems hold. */
export function reconcileSection(source: Source, flow: Flow): Markdown {
  const routines = Object.entries(flow.agreement.reconcile ?? {});
  return section(
    '## Reconciliation',
    ...routines.map(([name, routine]) =>
      section(
        `### ${text(name)}`,
        list(sentences(source, flow, routine)),
        table(['attribute', 'must agree', 'right is'], comparedRows(source, flow, routine)),
        ...Object.entries(routine.states ?? {}).map(([attribute, states]) =>
          table(
            [`${code(attribute)} at ${code(routine.between[0])}`, `at ${code(routine.between[1])}`],
            Object.entries(states).map(([state, others]) => [code(state), codes(others, 'or')]),
          ),
        ),
      ),
    ),
  );
}

function sentences(source: Source, { agreement }: Flow, routine: ReconcileRoutine): Markdown[] {
  const { between, every, settle, key, totals, respond, resolve, repair } = routine;
  const party = agreement.responsible?.reconciliation;
  const times = [
    ...(respond === undefined ? [] : [`claimed within ${respond}`]),
    ...(resolve === undefined ? [] : [`put right and verified within ${resolve}`]),
  ];
  return [
    `${code(between[0])} and ${code(between[1])} are compared every ${every}. What is younger than ${settle} is still on its way.`,
    `Rows are matched by ${key === undefined ? 'the key of the identity' : codes(key)}.`,
    ...(totals === undefined
      ? []
      : [
          `Sums of ${code(totals.sum)} by ${codes(totals.by)} come first: where they agree, no row is compared.`,
        ]),
    ...(times.length === 0
      ? []
      : [
          `A mismatch is ${times.join(' and ')}${party === undefined ? '' : ` by ${code(party)}`}.`,
        ]),
    ...(repair === undefined
      ? []
      : [
          `Corrections go through ${flowLink(source, repair.through)} and no other way.${repair.twoPeopleAbove === undefined ? '' : ` More than ${repair.twoPeopleAbove} at once take two people.`}`,
        ]),
  ];
}

function comparedRows(
  { registry, today }: Source,
  flow: Flow,
  { compare }: ReconcileRoutine,
): Markdown[][] {
  const version = newestOf(flow, today)?.version.version ?? '';
  const entity = registry.entities.get(flow.entity);
  return Object.entries(compare).map(([attribute, tolerance]) => [
    code(attribute),
    tolerance === 'exact' ? 'exactly' : `within ${text(String(tolerance))}`,
    recordOf(entity, attributeOf(flow, version, attribute), today),
  ]);
}
