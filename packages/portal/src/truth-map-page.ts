import { type Entity, type Flow, ownershipOf } from '@treaty/registry';
import { type Arrow, flowchart } from './flowchart.ts';
import { code, link, list, type Markdown, page, section, table, text } from './markdown.ts';
import { recordIn } from './record.ts';
import type { Source } from './source.ts';

/** truth-map.md: for each entity which system is right about which attribute, and the flows that carry it. */
export function truthMapPage(source: Source): string {
  const { registry, today } = source;
  return page(
    `# The truth map of ${text(registry.settings.name)}`,
    `Each attribute has one system of record: where two systems differ, it is right. ${link('All flows', 'README.md')}.`,
    ...[...registry.entities.values()].map((entity) => {
      const flows = [...registry.flows.values()].filter((flow) => flow.entity === entity.name);
      return section(
        `<a id="${entity.name}"></a>\n\n## ${text(entity.title)}`,
        summaryOf(entity),
        flows.length === 0 ? undefined : picture(flows),
        table(['attribute', 'system of record', 'created by'], truthRows(entity, today)),
        byHand(entity, registry.flows),
        list(flows.map(({ id, agreement }) => link(text(agreement.title), `${id}.md`))),
      );
    }),
  );
}

function summaryOf({ document: { value } }: Entity): Markdown | undefined {
  const { summary } = value as { readonly summary?: string };
  return summary === undefined ? undefined : text(summary);
}

function picture(flows: readonly Flow[]): Markdown {
  const arrows = flows.flatMap(({ id, agreement: { producer, consumers } }): readonly Arrow[] => [
    { from: producer, to: id },
    ...consumers.map(({ party }) => ({ from: id, to: party })),
  ]);
  return flowchart(arrows, new Set(flows.map(({ id }) => id)));
}

/** From the general to the particular: the longest pointer wins. */
function truthRows(entity: Entity, today: string): readonly (readonly Markdown[])[] {
  const attributes = Object.keys(entity.truth).sort();
  const rest = attributes.length > 1 ? 'everything else' : 'everything';
  return attributes.flatMap((attribute) => {
    const ownership = ownershipOf(entity, attribute);
    if (ownership === undefined) return [];
    const { origin } = ownership;
    return [
      [
        attribute === '' ? rest : code(attribute),
        recordIn(ownership, today),
        origin === undefined ? '' : code(origin),
      ],
    ];
  });
}

function byHand(entity: Entity, flows: ReadonlyMap<string, Flow>): Markdown | undefined {
  const rows = Object.entries(entity.byHand).map(([attribute, { party, through, for: stands }]) => [
    attribute === '' ? 'everything' : code(attribute),
    code(party),
    flows.has(through) ? link(code(through), `${through}.md`) : code(through),
    stands,
  ]);
  return table(['corrected by hand', 'by', 'recorded by', 'stands for'], rows);
}
