/**
 * The documented rules written a second time, as a regular expression a pattern. Of no use outside tests: some
 * patterns make it backtrack without end.
 */
export function oracle(pattern: string): RegExp {
  const folder = pattern.endsWith('/');
  const names = pattern.replace(/^\//, '').replace(/\/$/, '').split('/');
  const anchored = pattern.slice(0, -1).includes('/');
  let source = anchored ? '^' : '^(?:.*/)?';
  names.forEach((name, i) => {
    const last = i === names.length - 1;
    if (name === '**') source += last ? '.+' : '(?:.*/)?';
    else source += name === '*' ? '[^/]+' : translate(name);
    if (!last && name !== '**') source += '/';
  });
  const last = names.at(-1);
  if (folder) source += '/.+';
  else if (last !== '*' && last !== '**') source += '(?:/.*)?';
  return new RegExp(`${source}$`, 'su');
}

function translate(name: string): string {
  return name.replaceAll(/\\(.)|\*+|\?|[.+^${}()|[\]]/gsu, (token, escaped?: string) => {
    if (escaped !== undefined)
      return /[\\*?.+^${}()|[\]/]/.test(escaped) ? `\\${escaped}` : escaped;
    if (token.startsWith('*')) return '[^/]*';
    return token === '?' ? '[^/]' : `\\${token}`;
  });
}
