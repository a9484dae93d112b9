/** Folders of `schemas/` that are no entities. */
const RESERVED: ReadonlySet<string> = new Set(['parties', 'shared']);

/** Whether the registry reads a folder or file of this name: lower-case words joined by hyphens. */
export function isName(text: string): boolean {
  return text.length <= 64 && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text);
}

export function isEntityName(text: string): boolean {
  return isName(text) && !RESERVED.has(text);
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
