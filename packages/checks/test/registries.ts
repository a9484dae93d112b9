import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findCodeowners, parseCodeowners } from '@treaty/codeowners';
import { type LoadedRegistry, loadRegistry, treeOf } from '@treaty/registry';
import type { CheckInput, OwnersFile } from '../src/index.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
/** A day after the last release of the sound registry. */
const TODAY = '2026-11-24';

type Files = ReadonlyMap<string, Uint8Array>;

const sound = filesIn(join(HERE, 'sound'));

/** What `runChecks` is called with. */
export interface Checked {
  readonly loaded: LoadedRegistry;
  readonly input: CheckInput;
}

/** The registry in which everything is in order. */
export function soundRegistry(against: boolean): Checked {
  return checked(sound, against);
}

/** The names of the broken registries: each says what is wrong. */
export const BROKEN: readonly string[] = readdirSync(join(HERE, 'broken')).sort();

/** The names of registries that look as if something were wrong with them, and are in order. */
export const IN_ORDER: readonly string[] = readdirSync(join(HERE, 'in-order')).sort();

/** The registry in which everything is in order, changed to what is in order as well. */
export function registryInOrder(name: string): Checked {
  return changed(join(HERE, 'in-order', name));
}

/**
 * The sound registry with one fault: the files of the case laid over it, without the files and folders
 * that `removed.txt` lists, and with the lines of `edits.txt` changed. Where there is an `against.txt`, the sound registry is base and merge base.
 */
export function brokenRegistry(name: string): Checked {
  return changed(join(HERE, 'broken', name));
}

function changed(folder: string): Checked {
  return checked(changedFiles(folder), existsSync(join(folder, 'against.txt')));
}

/** The files of a broken registry, or of the sound one. */
export function filesOf(name: string): Files {
  return name === 'sound' ? sound : changedFiles(join(HERE, 'broken', name));
}

function changedFiles(folder: string): Files {
  const removed = textOf(join(folder, 'removed.txt')).split('\n').filter(Boolean);
  const kept = [...sound].filter(
    ([file]) => !removed.some((one) => file === one || file.startsWith(`${one}/`)),
  );
  const laidOver = filesIn(join(folder, 'files'));
  return edited(new Map([...kept, ...laidOver]), textOf(join(folder, 'edits.txt')));
}

/**
 * Applies edits: the name of a file on a line of its own, under it `-` and what is there once, `+` and what
 * replaces it. An edit that does not fit is an error, so that no case shows another fault than it says.
 */
function edited(files: Files, edits: string): Files {
  const result = new Map(files);
  for (const block of edits.split(/^(?=[^-+\n])/m).filter(Boolean)) {
    const [file = '', ...lines] = block.trimEnd().split('\n');
    const of = (sign: string): string =>
      lines.flatMap((line) => (line.startsWith(sign) ? [`${line.slice(1)}\n`] : [])).join('');
    const text = new TextDecoder().decode(result.get(file)).replaceAll('\r\n', '\n');
    if (text.split(of('-')).length !== 2) throw new Error(`${file} has not once:\n${of('-')}`);
    result.set(file, new TextEncoder().encode(text.replace(of('-'), () => of('+'))));
  }
  return result;
}

/** Where the report of a broken registry is kept, as people read it. */
export function expectedFile(name: string): string {
  return join(HERE, 'broken', name, 'expected.txt');
}

/** A text with line feeds, whatever git made of them; `''` where there is none. */
export function textOf(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : '';
}

function checked(files: Files, against: boolean): Checked {
  const loaded = loadRegistry(treeOf('the work tree', files));
  const base = loadRegistry(treeOf('main', sound)).registry;
  const compared = against ? { against: { base, mergeBase: base, since: '2026-11-01' } } : {};
  return {
    loaded,
    input: { head: loaded.registry, owners: ownersAmong(files), today: TODAY, ...compared },
  };
}

/** CODEOWNERS as it is proposed; the registry is the repository's root. */
function ownersAmong(files: Files): OwnersFile {
  const file = findCodeowners(files.keys());
  const text = file === undefined ? '' : new TextDecoder().decode(files.get(file));
  return { file, codeowners: parseCodeowners(text), prefix: '' };
}

function filesIn(folder: string): Files {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name));
  return new Map(
    paths.map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path)]),
  );
}
