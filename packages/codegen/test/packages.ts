import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';

export const TODAY = '2026-11-24';

/** Writes a generated package where modules of the folder that is returned find it under `name`. */
export function install(name: string, files: ReadonlyMap<string, string>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'treaty-codegen-')));
  write(join(folder, 'node_modules', name), files);
  write(folder, new Map([['package.json', '{ "type": "module" }']]));
  return folder;
}

export function uninstall(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

export function write(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/**
 * Compiles a module of one statement a line in a folder, as strictly as TypeScript can, and returns what it
 * says about each line (counted from 0); line -1 stands for the package itself.
 */
export function complaints(folder: string, lines: readonly string[]): ReadonlyMap<number, string> {
  const file = join(folder, 'consumer.ts');
  writeFileSync(file, lines.join('\n'));
  const program = ts.createProgram([file], {
    strict: true,
    exactOptionalPropertyTypes: true,
    // Every declaration of ours is checked; those of TypeScript itself are not.
    skipLibCheck: false,
    skipDefaultLibCheck: true,
    lib: ['lib.es2022.d.ts'],
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  });
  const found = new Map<number, string>();
  for (const { file: where, start = 0, messageText } of ts.getPreEmitDiagnostics(program)) {
    const isConsumer = where?.fileName.endsWith('/consumer.ts') === true;
    const line = isConsumer ? where.getLineAndCharacterOfPosition(start).line : -1;
    found.set(line, ts.flattenDiagnosticMessageText(messageText, '\n'));
  }
  return found;
}
