import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  git,
  loadRegistry,
  openCommit,
  openFolder,
  openRepository,
  type Registry,
  resolveCommit,
  type SourceDocument,
  treeOf,
  type Version,
  versionDigest,
} from '@treaty/registry';
import { afterAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { type Files, sampleRegistry } from '../src/index.ts';

const { files, registry } = sampleRegistry();
const folder = mkdtempSync(join(tmpdir(), 'treaty-round-trip-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A registry as values: what was read, without where it stands. */
function valuesOf({ settings, parties, entities, flows, shared }: Registry) {
  const version = (one: Version) => ({
    digest: versionDigest(one),
    values: documentsOf(one).map(({ file, value }) => [file, value]),
  });
  return {
    settings: settings.document?.value,
    parties: [...parties.values()].map(({ document }) => [document.file, document.value]),
    entities: [...entities.values()].map(({ document }) => [document.file, document.value]),
    flows: [...flows.values()].map(({ id, agreement, lock, versions }) => ({
      ...{ id, agreement, lock },
      versions: versions.map(version),
    })),
    shared: [...shared.values()].map(({ id, lock, versions }) => ({
      ...{ id, lock },
      versions: versions.map(version),
    })),
  };
}

function documentsOf({ source, semantics, migration, samples }: Version): SourceDocument[] {
  const documents = [source, semantics, migration, ...samples.map(({ document }) => document)];
  return documents.filter((one) => one !== undefined);
}

/** Every document of a registry. */
function allDocuments({ settings, parties, entities, flows, shared }: Registry) {
  return [
    settings.document,
    ...[...parties.values(), ...entities.values()].map(({ document }) => document),
    ...[...flows.values()].map(({ document }) => document),
    ...[...flows.values(), ...shared.values()].flatMap(({ lockDocument, versions }) => [
      lockDocument,
      ...versions.flatMap(documentsOf),
    ]),
  ].filter((one) => one !== undefined);
}

function reloaded(contents: Files): Registry {
  const { registry: again, findings } = loadRegistry(treeOf('again', contents));
  expect(findings).toEqual([]);
  return again;
}

test('loaded, printed, loaded again is the same', () => {
  const printed = allDocuments(registry).map(({ file, value }): [string, string] => [
    file,
    file.endsWith('.json') ? JSON.stringify(value) : stringify(value),
  ]);
  expect(printed.length).toBeGreaterThan(300);
  const again = reloaded(new Map([...files, ...printed]));
  expect(valuesOf(again)).toEqual(valuesOf(registry));
});

test('with CRLF line ends the digests are the same', () => {
  const text = (content: Uint8Array | string): string => Buffer.from(content).toString('utf8');
  const crlf = [...files].map(([file, content]): [string, string] => [
    file,
    text(content).replaceAll(/\r?\n/g, '\r\n'),
  ]);
  expect(valuesOf(reloaded(new Map(crlf)))).toEqual(valuesOf(registry));
});

test('from the folder and from the commit it is the same', { timeout: 60_000 }, () => {
  for (const [file, content] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@acme.example'];
  for (const args of [
    ['init', '--quiet'],
    ['-c', 'core.autocrlf=false', 'add', '--all'],
    [...identity, 'commit', '--quiet', '--no-gpg-sign', '--message', 'Sample'],
  ]) {
    expect(git(folder, args)).toMatchObject({ ok: true });
  }
  const repository = openRepository(folder);
  const commit = repository && resolveCommit(repository, 'HEAD');
  if (repository === undefined || commit === undefined) throw new Error('there is a commit');
  const committed = loadRegistry(openCommit(repository, commit)).registry;
  expect(valuesOf(committed)).toEqual(valuesOf(loadRegistry(openFolder(folder)).registry));
  expect(valuesOf(committed)).toEqual(valuesOf(registry));
});
