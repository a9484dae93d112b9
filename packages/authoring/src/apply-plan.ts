import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plan } from './plan.ts';

/** Does what a plan says, below `root`. Folders are made as needed; emptied ones are left, git forgets them. */
export function applyPlan(root: string, { writes, moves }: Plan): void {
  for (const { from, to } of moves) {
    mkdirSync(dirname(join(root, to)), { recursive: true });
    renameSync(join(root, from), join(root, to));
  }
  for (const { file, text } of writes) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}
