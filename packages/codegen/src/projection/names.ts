import { type Pointer, parsePointer } from '@treaty/json';

/** `order/placed`, `order-line`, `order_line` → `OrderPlaced`, `OrderLine`; undefined where nothing is left. */
export function typeName(text: string): string | undefined {
  const words = text.normalize('NFKD').match(/[A-Za-z0-9]+/g) ?? [];
  const name = words
    .map((word) => word.replace(/^[a-z]|\d[a-z]/g, (start) => start.toUpperCase()))
    .join('')
    .replace(/^\d+/, '');
  return name === '' ? undefined : name;
}

/** Names of the types in one file: each definition its own, none twice. */
export class TypeNames {
  readonly #names = new Map<Pointer, string>();
  readonly #used = new Set<string>();

  constructor(root: string) {
    this.#names.set('', root);
    this.#used.add(root);
  }

  /** The name of the type for the schema at `pointer`: after its key, or its keyword and index. */
  of(pointer: Pointer): string {
    const known = this.#names.get(pointer);
    if (known !== undefined) return known;
    const tokens = parsePointer(pointer);
    const last = tokens.at(-1) ?? '';
    const name = this.#free(typeName(/^\d+$/.test(last) ? tokens.slice(-2).join('-') : last));
    this.#names.set(pointer, name);
    return name;
  }

  #free(wanted = 'Part'): string {
    let name = wanted;
    for (let count = 2; this.#used.has(name); count++) name = `${wanted}${count}`;
    this.#used.add(name);
    return name;
  }
}

/**
 * Stand-ins for member names that are no identifiers, or that an object inherits: the generator sees
 * only identifiers, and the printer puts the name back, quoted.
 */
export class MemberNames {
  readonly #byStandIn = new Map<string, string>();

  standInFor(name: string): string {
    const isPlain = /^[A-Za-z_][\w$]*$/.test(name) && !(name in Object.prototype);
    if (isPlain) return name;
    const standIn = `$member${this.#byStandIn.size}`;
    this.#byStandIn.set(standIn, name);
    return standIn;
  }

  /** The real name. */
  nameOf(standIn: string): string {
    return this.#byStandIn.get(standIn) ?? standIn;
  }
}
