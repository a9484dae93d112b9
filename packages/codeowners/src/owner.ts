/** What CODEOWNERS can name: a person by login, a team of an organisation, a person by e-mail address. */
export type OwnerKind = 'login' | 'team' | 'email';

/** The kind of an owner by its spelling; undefined where it is none. Whether it exists is another question. */
export function ownerKind(owner: string): OwnerKind | undefined {
  if (owner.startsWith('@')) {
    const names = owner.slice(1).split('/');
    if (!names.every(isName)) return undefined;
    if (names.length === 1) return 'login';
    return names.length === 2 ? 'team' : undefined;
  }
  const [local, domain, ...more] = owner.split('@');
  const isAddress = local !== undefined && local !== '' && domain !== undefined && domain !== '';
  return isAddress && more.length === 0 && isPlain(owner) ? 'email' : undefined;
}

function isName(name: string): boolean {
  return name !== '' && !name.includes('@') && isPlain(name);
}

/** No white space, no control characters, nothing that starts a comment. */
function isPlain(text: string): boolean {
  return Array.from(text).every((char) => char > ' ' && char !== '#' && char !== '\u007F');
}
