import { readFileSync } from 'node:fs';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { problemAffectsResolutionKind } from '@arethetypeswrong/core/problems';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

/** What publint finds in a package as it is published, in words. Suggestions count too. */
export async function manifestProblems(tarball: string): Promise<readonly string[]> {
  const bytes = readFileSync(tarball);
  const packed = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const { messages, pkg } = await publint({ pack: { tarball: packed }, strict: true });
  return messages.map((message) => formatMessage(message, pkg) ?? message.code);
}

export interface Types {
  /** Places from which something can be imported, by name. */
  readonly entries: readonly string[];
  /** Those at which the types are not what the code is, with the kind of the problem. */
  readonly problems: readonly string[];
}

/**
 * Whether types and code of a package agree wherever it can be imported: from ES modules, by Node and by bundlers,
 * which is what `attw --profile esm-only` asks. A package without types says so by having no entries.
 */
export async function typesOf(tarball: string): Promise<Types> {
  const result = await checkPackage(createPackageFromTarballData(readFileSync(tarball)));
  if (!result.types) return { entries: [], problems: [] };
  const problems = result.problems.filter((problem) =>
    (['node16-esm', 'bundler'] as const).some((kind) =>
      problemAffectsResolutionKind(problem, kind, result),
    ),
  );
  return {
    entries: Object.keys(result.entrypoints),
    problems: problems.map((problem) => JSON.stringify(problem)),
  };
}
