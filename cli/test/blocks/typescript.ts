import { join } from 'node:path';
import ts from 'typescript';
import { type Block, ROOT } from './markdown-files.ts';

/** What the compiler says of blocks of TypeScript, each a module of its own, with the packages as they are built. */
export function typeProblems(blocks: readonly Block[]): readonly string[] {
  const modules = new Map(blocks.map((block, i) => [join(ROOT, `cli/test/block-${i}.ts`), block]));
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
    paths: {
      '@acme/contracts/*': [join(ROOT, 'examples/contracts/*.d.ts')],
      '@treaty/*': [join(ROOT, 'packages/*/dist/index.d.ts')],
    },
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (path) => modules.has(join(path)) || fileExists(path);
  host.getSourceFile = (path, version, ...rest) => {
    const block = modules.get(join(path));
    return block === undefined
      ? getSourceFile(path, version, ...rest)
      : ts.createSourceFile(path, block.text, version);
  };
  const program = ts.createProgram([...modules.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const block = modules.get(join(file?.fileName ?? ''));
    const line = (block?.line ?? 0) + (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
    return `${block?.file}:${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
