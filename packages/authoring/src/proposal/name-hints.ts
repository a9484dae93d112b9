import { wordsOf } from '../names.ts';

const MONEY =
  words(`price amount total subtotal tax vat cost fee discount balance net gross revenue refund
  charge deposit surcharge`);
/** What a name ends in that is about money, or a person, but none itself. */
const ABOUT =
  words(`id ids count number type kind status state code rate percent percentage quantity version
  enabled verified sent at flag`);
const PERSONAL =
  words(`email mail phone telephone mobile fax surname firstname lastname fullname birthday
  birthdate iban passport address addresses street`);
const NAMES_OF_PEOPLE = words('first last given family full middle maiden');
const PEOPLE =
  words(`customer contact person recipient buyer user employee addressee consignee billing shipping
  delivery address member guest account holder patient`);
const SEQUENCES = words('revision version sequence seq generation counter');
const IDENTIFIERS = words('id number no nr code key sku ref reference gtin ean uuid guid');
/** What is identified is the message, not the thing. */
const MESSAGES = words('event message idempotency correlation request trace dedup deduplication');
const TIMES = words('time timestamp date at on');

/** Whether a member holds an amount of money, by its name. */
export function isMoney(name: string): boolean {
  const all = wordsOf(name);
  return all.some((word) => MONEY.has(word)) && !ABOUT.has(all.at(-1) ?? '');
}

/** Whether what stands at a path is personal data, or part of what is. */
export function isPersonalPath(path: readonly string[]): boolean {
  const names = path.filter((name) => name !== '*');
  return names.some((name, i) => isPersonal(name, names.slice(0, i)));
}

/** Whether a member is personal data beyond doubt, by its name and those of the objects around it. */
export function isPersonal(name: string, around: readonly string[]): boolean {
  const all = wordsOf(name);
  const last = all.at(-1) ?? '';
  if (ABOUT.has(last)) return false;
  if (all.some((word) => PERSONAL.has(word))) return true;
  if (all.includes('birth')) return true;
  if (last !== 'name') return false;
  const before = [...all.slice(0, -1), ...around.flatMap(wordsOf)];
  return (
    all.some((word) => NAMES_OF_PEOPLE.has(word)) ||
    before.some((word) => PEOPLE.has(singular(word)))
  );
}

export function isSequence(name: string): boolean {
  const all = wordsOf(name);
  return SEQUENCES.has(all.at(-1) ?? '') || all.join('-') === 'sequence-number';
}

/** Whether a place holds an identifier of anything, by its name. */
export function isIdentifier(path: readonly string[]): boolean {
  return IDENTIFIERS.has(path.flatMap(wordsOf).at(-1) ?? '');
}

export function isMessageId(path: readonly string[]): boolean {
  return isIdentifier(path) && path.flatMap(wordsOf).some((word) => MESSAGES.has(word));
}

/** How much a place looks like the identifier of an entity: 0 for not at all. */
export function identifies(path: readonly string[], entity: string): number {
  const all = path.flatMap(wordsOf);
  const own = wordsOf(entity);
  const last = all.at(-1) ?? '';
  if (isMessageId(path) || !IDENTIFIERS.has(last)) return 0;
  const before = all.slice(0, -1).map(singular);
  if (before.length > 0 && before.join(' ') === own.map(singular).join(' ')) return 4;
  if (before.length === 0) return 3;
  return before.join(' ').includes(own.map(singular).join(' ')) ? 2 : 1;
}

/** How much a timestamp looks like the moment at which the flow's event happened: 0 for not at all. */
export function tellsWhen(name: string, flow: string): number {
  const all = wordsOf(name);
  if (all.join(' ') === 'occurred at') return 4;
  if (all[0] === wordsOf(flow).at(-1) && all.length === 2) return 3;
  if (all.length === 1 && TIMES.has(all[0] as string)) return 2;
  return TIMES.has(all.at(-1) ?? '') ? 1 : 0;
}

export function isCurrency(name: string): boolean {
  return wordsOf(name).includes('currency');
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}

function singular(word: string): string {
  return word.replace(/s$/, '');
}
