import { hasType, type Place, said } from './place.ts';

const MONEY: ReadonlySet<string> = new Set([
  'amount',
  'balance',
  'charge',
  'cost',
  'deposit',
  'discount',
  'fee',
  'price',
  'refund',
  'revenue',
  'subtotal',
  'surcharge',
  'tax',
  'tip',
  'total',
  'turnover',
]);

/** Words beside one of those: of `taxRate` or `totalQuantity`, which are no money. */
const NO_MONEY: ReadonlySet<string> = new Set([
  'attempts',
  'basis',
  'category',
  'class',
  'code',
  'count',
  'days',
  'factor',
  'group',
  'hours',
  'id',
  'items',
  'kind',
  'lines',
  'list',
  'minutes',
  'number',
  'orders',
  'pages',
  'percent',
  'percentage',
  'pieces',
  'points',
  'quantity',
  'rate',
  'ratio',
  'reason',
  'score',
  'seconds',
  'share',
  'size',
  'time',
  'type',
  'units',
  'version',
  'volume',
  'weight',
]);

/** Whether a number, or a string of digits, is an amount of money by its name. */
export function isMoney(place: Place): boolean {
  const { words } = place;
  const isNamedSo =
    words.some((word) => MONEY.has(word)) && !words.some((word) => NO_MONEY.has(word));
  return isNamedSo && (hasType(place, 'number', 'integer') || isDecimalText(place));
}

/** `"12.50"`: a string whose pattern speaks of digits. */
function isDecimalText(place: Place): boolean {
  const patterns = said(place, 'pattern').map(String);
  return hasType(place, 'string') && patterns.some((pattern) => /\\d|0-9/.test(pattern));
}
