import { plain } from '@treaty/findings';
import type { Markdown } from './markdown.ts';

export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  /** Not the flow itself: what is sent back, or set aside. */
  readonly dotted?: boolean;
}

/**
 * A flowchart in Mermaid, which forges draw. Nodes are told apart by what is written on them; those of `round` are
 * drawn round. The little grammar that is used: `flowchart LR`, nodes with a quoted label, arrows with or without one.
 */
export function flowchart(arrows: readonly Arrow[], round: ReadonlySet<string>): Markdown {
  const names = [...new Set(arrows.flatMap(({ from, to }) => [from, to]))];
  const ids = new Map(names.map((name, i) => [name, `n${i}`]));
  const nodes = names.map((name) => {
    const [open, close] = round.has(name) ? ['(', ')'] : ['[', ']'];
    return `  ${ids.get(name)}${open}${quoted(name)}${close}`;
  });
  const lines = arrows.map(({ from, to, label, dotted }) => {
    const words = label === undefined ? '' : `|${quoted(label)}|`;
    return `  ${ids.get(from)} ${dotted === true ? '-.->' : '-->'}${words} ${ids.get(to)}`;
  });
  return ['```mermaid', 'flowchart LR', ...nodes, ...lines, '```'].join('\n');
}

/** Mermaid writes a character as `#` code `;`. Whatever could mean something to it, to HTML or to Markdown is one. */
function quoted(label: string): string {
  const line = plain(label.replace(/\s+/g, ' ').trim());
  return `"${line.replace(/[^\p{L}\p{N} /.,@-]/gu, (one) => `#${one.codePointAt(0)};`)}"`;
}
