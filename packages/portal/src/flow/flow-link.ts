import { code, link, type Markdown } from '../markdown.ts';
import type { Source } from '../source.ts';

/** Another flow, from the page of one. */
export function flowLink({ registry }: Source, id: string): Markdown {
  return registry.flows.has(id) ? link(code(id), `../${id}.md`) : code(id);
}
