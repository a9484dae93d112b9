/**
 * A string as code writes it. Characters that are not to be seen, or that turn the direction of the text,
 * are escaped: what a reviewer reads is what the compiler reads.
 */
export function writtenString(text: string): string {
  return JSON.stringify(text).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (hidden) =>
    hidden
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

/** The name of a member as code writes it: quoted unless it is an identifier. */
export function writtenName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : writtenString(name);
}
