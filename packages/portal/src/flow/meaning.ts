import type { SemanticsDocument, Version } from '@treaty/registry';
import { code, codes, list, type Markdown, section, table, text } from '../markdown.ts';

/** Which thing and which change to it a payload is about, and what holds in every one. */
export function meaningSections({ meaning }: Version): readonly Markdown[] {
  if (meaning === undefined) return [];
  const rows = (meaning.invariants ?? []).map(({ id, message, cel }) => [
    code(id),
    text(message),
    code(cel),
  ]);
  return [
    section('## Identity', list(identityLines(meaning.identity))),
    section('## Invariants', table(['invariant', 'what holds', 'as an expression'], rows)),
  ];
}

function identityLines({
  key,
  idempotencyKey,
  sequence,
  occurredAt,
}: SemanticsDocument['identity']): readonly Markdown[] {
  return [
    `Which thing: ${codes(key)}.`,
    ...(idempotencyKey === undefined
      ? []
      : [`Which change to it: ${codes(idempotencyKey)}. What was seen is not applied again.`]),
    ...(sequence === undefined
      ? []
      : [
          `In order by ${code(sequence.from)}${sequence.gapless === true ? ', without gaps: a later change waits for an earlier one' : '; what is older than what was applied is dropped'}.`,
        ]),
    ...(occurredAt === undefined ? [] : [`When it happened: ${code(occurredAt)}.`]),
  ];
}
