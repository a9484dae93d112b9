import { type Finding, finding } from '@treaty/findings';
import { type Located, type Problem, readJson, readYaml } from '@treaty/json';
import { registryRules, startOf } from '@treaty/registry';
import { readText } from './files.ts';
import type { Io } from './io.ts';

export interface NamedDocument {
  /** Absent: nothing can be made of the file. */
  readonly located?: Located;
  /** All that is wrong with the text; with any of it, nobody can rely on the value. */
  readonly findings: readonly Finding[];
}

/** Reads a JSON or YAML file that a person named, wherever it lies; `name` is what findings call it. */
export function readNamed(io: Io, name: string): NamedDocument {
  const text = readText(io, name);
  if (text === undefined) {
    const message = 'The file is not UTF-8 text.';
    return { findings: [finding(registryRules.malformed, { message, location: startOf(name) })] };
  }
  const { located, problems } = /\.ya?ml$/.test(name) ? readYaml(text) : readJson(text);
  const findings = problems.map((problem) => findingOf(name, problem));
  return { findings, ...(located === undefined ? {} : { located }) };
}

function findingOf(file: string, { kind, message, position, pointer }: Problem): Finding {
  const rule = kind === 'duplicate-key' ? registryRules.duplicateKey : registryRules.malformed;
  return finding(rule, { message, location: { file, ...position, pointer } });
}
