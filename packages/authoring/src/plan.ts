import type { Finding } from '@treaty/findings';
import { type FileTree, treeOf } from '@treaty/registry';

/** What a command is about to do to a repository. Nothing is done until somebody applies it. */
export interface Plan {
  readonly writes: readonly Write[];
  /** Applied before the writes, so that a file may be moved and then written over. */
  readonly moves: readonly Move[];
  readonly findings: readonly Finding[];
  /** What the files that it was made from leave open, one sentence each. */
  readonly questions: readonly string[];
  /** What only a person can do now: commands and files, one sentence each. */
  readonly nextSteps: readonly string[];
}

/** Paths are relative to the root of the registry, with forward slashes. */
export interface Write {
  readonly file: string;
  readonly text: string;
}

export interface Move {
  readonly from: string;
  readonly to: string;
}

export const NOTHING: Plan = {
  writes: [],
  moves: [],
  findings: [],
  questions: [],
  nextSteps: [],
};

/** A plan that does nothing but say why. */
export function refusal(...findings: readonly Finding[]): Plan {
  return { ...NOTHING, findings };
}

/** Several plans as one, in their order. */
export function joined(...plans: readonly Plan[]): Plan {
  return {
    writes: plans.flatMap(({ writes }) => writes),
    moves: plans.flatMap(({ moves }) => moves),
    findings: plans.flatMap(({ findings }) => findings),
    questions: plans.flatMap(({ questions }) => questions),
    nextSteps: plans.flatMap(({ nextSteps }) => nextSteps),
  };
}

/** The repository as it will be: what `--dry-run` checks, and what tests look at. */
export function plannedTree(
  standing: FileTree,
  { writes, moves }: Pick<Plan, 'writes' | 'moves'>,
): FileTree {
  const gone = new Set(moves.map(({ from }) => from));
  const origins = new Map(
    standing.files.filter((file) => !gone.has(file)).map((file) => [file, file]),
  );
  for (const { from, to } of moves) origins.set(to, from);
  const written = treeOf('', new Map(writes.map(({ file, text }) => [file, text])));
  return {
    label: 'the registry as planned',
    files: [...new Set([...origins.keys(), ...written.files])].sort(),
    read(file) {
      const origin = origins.get(file);
      return written.read(file) ?? (origin === undefined ? undefined : standing.read(origin));
    },
  };
}
