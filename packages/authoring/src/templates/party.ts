import { sentence, wordsOf } from '../names.ts';
import { schemaLine } from './editor-schema.ts';
import { scalar } from './scalar.ts';

export type PartyKind = 'system' | 'desk' | 'vendor';

/** schemas/parties/<name>.yaml */
export function partyText(
  name: string,
  kind: PartyKind,
  title: string = sentence(wordsOf(name)),
): string {
  return `${schemaLine('party')}kind: ${kind}
title: ${scalar(title)}
# contact: { page: "pagerduty:${name}", chat: "#${name}" } # channels, never people
`;
}
