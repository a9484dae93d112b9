import { ownerKind } from '@treaty/codeowners';

/**
 * The login of the one person whom owners come to, in lower case; undefined where they are several people, a
 * team, which counts as several, or nobody who is known.
 */
export function onePerson(owners: readonly string[]): string | undefined {
  const logins = new Set(
    owners.map((owner) =>
      ownerKind(owner) === 'login'
        ? owner.slice(1).replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
        : '',
    ),
  );
  const [only] = logins;
  return logins.size === 1 && only !== '' ? only : undefined;
}
