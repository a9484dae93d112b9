import { flowPage } from './flow-page.ts';
import { indexPage } from './index-page.ts';
import type { Source } from './source.ts';
import { truthMapPage } from './truth-map-page.ts';

/** Path in the folder, with forward slashes → text, with line feeds. Sorted by path. */
export type Exported = ReadonlyMap<string, string>;

/**
 * The registry as pages that a reviewer reads beside a pull request: an index, the truth map, and a page a flow. The
 * same registry, owners and day give the same bytes. All text of the registry is escaped: it may have been written
 * by an attacker, and takes no effect as Markdown, HTML or Mermaid.
 */
export function markdownPages(source: Source): Exported {
  const pages: [string, string][] = [
    ['README.md', indexPage(source)],
    ['truth-map.md', truthMapPage(source)],
    ...[...source.registry.flows.values()].map((flow): [string, string] => [
      `${flow.id}.md`,
      flowPage(source, flow),
    ]),
  ];
  return new Map(pages.sort(([a], [b]) => (a < b ? -1 : 1)));
}
