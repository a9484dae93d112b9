import { isEntityName, isName } from '@treaty/registry';

/** Longer ones, in a path of several, no longer fit into every file system. */
const MAX_NAME = 64;

/** Whether something new may have this name: the registry reads it, and it is not too long. */
export function isNewName(text: string): boolean {
  return text.length <= MAX_NAME && isName(text);
}

/** The same of an entity. */
export function isNewEntityName(text: string): boolean {
  return text.length <= MAX_NAME && isEntityName(text);
}

/** The words of a name, however it joins them: `orderPlaced`, `order_placed`, `Order placed`. */
export function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

export function kebab(words: readonly string[]): string {
  return words.join('-');
}

/** `orderLine` */
export function camel([first = '', ...rest]: readonly string[]): string {
  return first + rest.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
}

/** `Order line` */
export function sentence(words: readonly string[]): string {
  const text = words.join(' ');
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
