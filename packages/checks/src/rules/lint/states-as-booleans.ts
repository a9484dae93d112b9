import type { Lint } from './lint.ts';
import { hasType, isNamed, type Place } from './place.ts';

/** What becomes of an order, a parcel, a payment or a product on its way. */
const STAGES: ReadonlySet<string> = new Set([
  'accepted',
  'allocated',
  'approved',
  'archived',
  'authorised',
  'authorized',
  'canceled',
  'cancelled',
  'captured',
  'closed',
  'completed',
  'confirmed',
  'delivered',
  'discontinued',
  'dispatched',
  'expired',
  'failed',
  'finished',
  'fulfilled',
  'invoiced',
  'packed',
  'paid',
  'picked',
  'placed',
  'published',
  'received',
  'refunded',
  'rejected',
  'returned',
  'shipped',
  'started',
  'suspended',
]);
const BEFORE: ReadonlySet<string> = new Set(['is', 'has', 'was', 'been', 'fully', 'already']);

export const statesAsBooleans: Lint = {
  rule: {
    id: 'lint/states-as-booleans',
    severity: 'warning',
    summary: 'Booleans of one object tell the stages of one life.',
    why: 'Two of them allow four combinations, of which somebody sends the one that nobody has thought of: shipped and cancelled.',
    fix: 'Say it with one `status` whose values are the states.',
  },
  fault: (place) => {
    if (!isStage(place)) return undefined;
    const siblings = place.parent?.parts ?? [];
    const stages = siblings.filter(isStage);
    const status = siblings.find(({ words }) => ['status', 'state'].includes(words.at(-1) ?? ''));
    // The last of them stands for all: it is the one that the next draft adds.
    if (stages.at(-1) !== place || (stages.length < 2 && status === undefined)) return undefined;
    const other = status ?? (stages[0] as Place);
    return `is a state of the same life as ${other.pointer}, in a boolean of its own`;
  },
};

function isStage(place: Place): boolean {
  const words = place.words.filter((word) => !BEFORE.has(word));
  const isBoolean = place.attribute.types.length === 1 && hasType(place, 'boolean');
  return isBoolean && isNamed(place) && words.length === 1 && STAGES.has(words[0] ?? '');
}
