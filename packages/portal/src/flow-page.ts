import type { Flow } from '@treaty/registry';
import { deliverySection } from './flow/delivery.ts';
import { incidentSection } from './flow/incident.ts';
import { meaningSections } from './flow/meaning.ts';
import { picture } from './flow/picture.ts';
import { reconcileSection } from './flow/reconcile.ts';
import { shapeSection } from './flow/shape-table.ts';
import { versionsSection } from './flow/versions.ts';
import { whoSection } from './flow/who.ts';
import { code, link, page, text } from './markdown.ts';
import { newestOf } from './newest.ts';
import type { Source } from './source.ts';

/** `order/placed.md`: all that is agreed on one flow. */
export function flowPage(source: Source, flow: Flow): string {
  const { registry, today } = source;
  const { agreement, entity, id } = flow;
  const newest = newestOf(flow, today);
  const title = registry.entities.get(entity)?.title ?? entity;
  const above = [
    link(text(registry.settings.name), '../README.md'),
    link(text(title), `../truth-map.md#${entity}`),
    code(id),
  ];
  return page(
    above.join(' / '),
    `# ${text(agreement.title)}`,
    agreement.summary === undefined ? undefined : text(agreement.summary),
    picture(source, flow),
    whoSection(source, flow),
    versionsSection(source, flow),
    ...(newest === undefined
      ? []
      : [shapeSection(source, flow, newest), ...meaningSections(newest.version)]),
    deliverySection(source, flow),
    reconcileSection(source, flow),
    incidentSection(source, flow),
  );
}
