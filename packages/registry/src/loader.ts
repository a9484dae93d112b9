import { type Finding, finding } from '@treaty/findings';
import { closest } from '@treaty/schema';
import { readDocument, type SourceDocument, startOf } from './document.ts';
import { type DocumentKind, typedDocument } from './document-schemas.ts';
import type { Documents } from './documents/types.ts';
import { type Folders, foldersOf } from './folders.ts';
import { isName } from './names.ts';
import { registryRules } from './rules.ts';
import type { FileTree } from './sources/file-tree.ts';

/** A document under its type. */
export interface TypedDocument<K extends DocumentKind> {
  readonly typed: Documents[K];
  readonly document: SourceDocument;
}

/** Reads the documents of one tree, and collects what is wrong with them and what was never asked for. */
export class Loader {
  readonly findings: Finding[] = [];
  /** Files that are missing or unusable. */
  readonly broken: Set<string>;
  readonly tree: FileTree;
  readonly folders: Folders;
  readonly #files: ReadonlySet<string>;
  /** Folders and files whose names are at fault, each reported once; nothing below them is read. */
  readonly misnamed: Set<string> = new Set();
  /** Files whose place the layout knows, and those that stand where another was expected. */
  readonly known: Set<string> = new Set();

  constructor(tree: FileTree, beside?: Loader) {
    this.tree = tree;
    this.broken = beside?.broken ?? new Set();
    const { folders, files } = listingOf(tree);
    this.folders = folders;
    this.#files = files;
  }

  /** A loader of the same tree, whose findings nobody asks for. */
  aside(): Loader {
    return new Loader(this.tree, this);
  }

  has(file: string): boolean {
    return this.#files.has(file);
  }

  /** Reads and types one document. Undefined where it is absent, or so wrong that nothing can be made of it. */
  document<K extends DocumentKind>(file: string, kind: K): TypedDocument<K> | undefined {
    const document = this.read(file);
    if (document === undefined) return undefined;
    const { typed, findings } = typedDocument(document, kind);
    this.findings.push(...findings);
    if (typed === undefined) this.broken.add(file);
    return typed === undefined ? undefined : { typed, document };
  }

  /** Reads one document of any form. */
  read(file: string): SourceDocument | undefined {
    this.known.add(file);
    if (!this.#files.has(file)) return undefined;
    const { document, findings } = readDocument(this.tree, file);
    this.findings.push(...findings);
    if (document === undefined) this.broken.add(file);
    return document;
  }

  /** A file that the layout asks for is not there. What stands beside it under nearly its name is meant for it. */
  missing(file: string, message: string, fix?: string): void {
    this.broken.add(file);
    // A link in its place is reported as what it is.
    if (this.tree.others?.has(file)) return;
    const folder = file.slice(0, file.lastIndexOf('/'));
    const near = closest(file.slice(folder.length + 1), this.folders.filesIn(folder));
    if (near !== undefined) this.known.add(`${folder}/${near}`);
    const help = near === undefined ? fix : `Is it ${near}? Rename it: ${file}.`;
    const details = {
      message,
      location: startOf(file),
      ...(help === undefined ? {} : { fix: help }),
    };
    this.findings.push(finding(registryRules.missing, details));
  }

  isName(name: string, file: string): boolean {
    if (isName(name)) return true;
    const message = `${JSON.stringify(name)} is no name that the registry reads: lower-case words joined by hyphens.`;
    this.misnames(file, message);
    return false;
  }

  misnames(file: string, message: string): void {
    if (this.misnamed.has(file)) return;
    this.misnamed.add(file);
    this.findings.push(finding(registryRules.name, { message, location: startOf(file) }));
  }
}

interface Listing {
  readonly folders: Folders;
  readonly files: ReadonlySet<string>;
}

/** A large tree is read in parts, each with a loader of its own. */
const listings = new WeakMap<readonly string[], Listing>();

function listingOf({ files }: FileTree): Listing {
  const listing = listings.get(files) ?? { folders: foldersOf(files), files: new Set(files) };
  listings.set(files, listing);
  return listing;
}
