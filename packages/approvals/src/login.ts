/**
 * The form in which logins and teams compare: without regard to ASCII case, and to nothing else. A look-alike
 * letter is another login, which is why `toLowerCase`, which maps the Kelvin sign to k, will not do.
 */
export function foldLogin(login: string): string {
  return login.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}

export function sameLogin(a: string, b: string): boolean {
  return foldLogin(a) === foldLogin(b);
}

/** Whether an account is a machine: by its type, or by the login that GitHub gives to apps. */
export function isBot(account: { readonly login: string; readonly type?: string }): boolean {
  return account.type === 'Bot' || foldLogin(account.login).endsWith('[bot]');
}
