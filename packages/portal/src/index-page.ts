import { code, codes, link, page, section, table, text } from './markdown.ts';
import { newestOf } from './newest.ts';
import { peopleOf, type Source } from './source.ts';

/** README.md: every flow and every party, a line each. */
export function indexPage(source: Source): string {
  const { registry, today } = source;
  const flows = [...registry.flows.values()].map((flow) => {
    const { agreement, document, id } = flow;
    const newest = newestOf(flow, today);
    return [
      `${link(text(agreement.title), `${id}.md`)}<br>${code(id)}`,
      code(agreement.producer),
      codes(agreement.consumers.map(({ party }) => party)),
      newest?.version.version ?? 'none',
      newest?.state ?? '',
      peopleOf(source, document.file),
    ];
  });
  const parties = [...registry.parties.values()].map(({ name, kind, title, contact, document }) => [
    code(name),
    text(title),
    kind,
    peopleOf(source, document.file),
    [contact?.page, contact?.chat]
      .filter((channel) => channel !== undefined)
      .map(code)
      .join(', '),
  ]);
  return page(
    `# ${text(registry.settings.name)}`,
    `What systems tell each other, who answers for it, and how it may change. ${link('The truth map', 'truth-map.md')} says which system is right about what.`,
    section(
      '## Flows',
      table(['flow', 'producer', 'consumers', 'newest', 'state', 'stewards'], flows) ??
        'There are none yet.',
    ),
    section('## Parties', table(['party', 'name', 'kind', 'people', 'called by'], parties)),
  );
}
