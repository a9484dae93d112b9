import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve, sep } from 'node:path';
import { env, pid } from 'node:process';

/** Results of earlier runs, by keys that say all that they depend on. */
export interface Store {
  get(key: string): unknown;
  put(key: string, value: unknown): void;
}

/** Some MiB; a registry of a thousand flows fills about a tenth of it a day. */
const MAX_ENTRIES = 1000;
/** A key, and while an entry is being written who writes it. */
const OWN_NAME = /^[\da-f]{64}(\.\d+\.[\da-f]{12})?$/;

/**
 * The store beside the packages of a project (`node_modules/.cache/treaty`); undefined where there are none,
 * or where it cannot be kept. Entries are written whole or not at all, so that runs do not meet half of one,
 * and are signed with a secret of this machine's user: what somebody else put there, or what was damaged, is
 * no entry. A pull request could otherwise bring its own verdict with it.
 */
export function openStore(root: string): Store | undefined {
  const folder = storeFolder(root);
  const secret = folder === undefined ? undefined : userSecret(root);
  if (folder === undefined || secret === undefined) return undefined;
  const sign = (key: string, text: string): string =>
    createHmac('sha256', secret).update(`${key}\n${text}`).digest('hex');
  return {
    get(key) {
      try {
        const file = join(folder, key);
        const content = readFileSync(file, 'utf8');
        const [signature = '', text = ''] = [content.slice(0, 64), content.slice(65)];
        if (!sameText(signature, sign(key, text))) return undefined;
        utimesSync(file, new Date(), new Date());
        return JSON.parse(text);
      } catch {
        return undefined;
      }
    },
    put(key, value) {
      try {
        mkdirSync(folder, { recursive: true });
        const text = JSON.stringify(value);
        const written = join(folder, `${key}.${pid}.${randomBytes(6).toString('hex')}`);
        writeFileSync(written, `${sign(key, text)}\n${text}`);
        renameSync(written, join(folder, key));
        prune(folder);
      } catch {
        // A result that cannot be kept is worked out again.
      }
    },
  };
}

function sameText(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

/** Drops those that were not asked for the longest time. */
function prune(folder: string): void {
  // Of what lies there only what was put there: the folder may be a link that a pull request brought.
  const names = readdirSync(folder).filter((name) => OWN_NAME.test(name));
  if (names.length <= MAX_ENTRIES) return;
  const aged = names
    .map((name) => ({ name, usedAt: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => a.usedAt - b.usedAt);
  for (const { name } of aged.slice(0, names.length - MAX_ENTRIES / 2)) {
    rmSync(join(folder, name), { force: true });
  }
}

/** Where the store lies: in the nearest `node_modules` from a folder upwards; undefined where there is none. */
export function storeFolder(root: string): string | undefined {
  for (let folder = resolve(root); ; folder = dirname(folder)) {
    const modules = join(folder, 'node_modules');
    if (existsSync(modules)) return join(modules, '.cache', 'treaty');
    if (dirname(folder) === folder) return undefined;
  }
}

/** Undefined where it would lie among the files of a repository, as with a home inside the checkout: a pull request could bring it. */
function userSecret(root: string): Buffer | undefined {
  const home = env['XDG_CACHE_HOME'];
  // A relative one is to be ignored, says the XDG specification.
  const caches = home !== undefined && isAbsolute(home) ? home : join(homedir(), '.cache');
  const folder = join(caches, 'treaty');
  const file = join(folder, 'secret');
  try {
    mkdirSync(folder, { recursive: true });
    if (isInside(realpathSync(folder), realpathSync(checkoutAround(root)))) return undefined;
    if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' });
  } catch {
    // Another run may have been faster.
  }
  try {
    const secret = readFileSync(file);
    return secret.byteLength === 32 ? secret : undefined;
  } catch {
    return undefined;
  }
}

/** The nearest folder upwards that is a repository's; the folder itself outside of one. */
function checkoutAround(root: string): string {
  for (let folder = resolve(root); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return root;
  }
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}
