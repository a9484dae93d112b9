import { readFileSync } from 'node:fs';

/** The version of this package, as its manifest says; `src` and `dist` lie side by side. */
export function ownVersion(): string {
  const manifest: unknown = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  );
  return (manifest as { readonly version: string }).version;
}
