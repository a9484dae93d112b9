import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type EntityWork, type FolderRun, workOn } from './work.ts';

/** More threads than this wait for each other's memory instead of working. */
const MAX_THREADS = 4;
/** So that a thread has something to do while this one is busy with an entity of its own. */
const AHEAD = 2;
/** What is read is dropped with its entity: a small nursery keeps a thread's memory near what it needs. */
const YOUNG_MIB = 16;

/**
 * Checks entities on as many threads as the machine has cores for, this one among them, and tells each result
 * as it comes. The order of the results is left open.
 */
export async function workOnAll(
  entities: readonly string[],
  run: FolderRun,
  done: (entity: string, work: EntityWork) => void,
): Promise<void> {
  const threads = Math.min(availableParallelism(), MAX_THREADS, Math.ceil(entities.length / AHEAD));
  const waiting = [...entities];
  const workers = Array.from({ length: threads - 1 }, () => start(run));
  try {
    const others = Promise.all(workers.map((worker) => serve(worker, waiting, done)));
    // Its failure ends this loop as well; it is awaited below.
    others.catch(() => waiting.splice(0));
    for (let entity = waiting.shift(); entity !== undefined; entity = waiting.shift()) {
      done(entity, await workOn(entity, run));
      await setImmediate();
    }
    await others;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function start(run: FolderRun): Worker {
  return new Worker(new URL('./worker.js', import.meta.url), {
    workerData: run,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB },
  });
}

/** Gives a thread entities as it is done with others, until none is waiting. */
function serve(
  worker: Worker,
  waiting: string[],
  done: (entity: string, work: EntityWork) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const given: string[] = [];
    const give = (): void => {
      const entity = waiting.shift();
      if (entity === undefined) return;
      given.push(entity);
      worker.postMessage(entity);
    };
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`a thread of the check ended with ${code}`)));
    worker.on('message', (work: EntityWork) => {
      // A thread answers in the order in which it was asked.
      done(given.shift() as string, work);
      give();
      if (given.length === 0) resolve();
    });
    for (let i = 0; i < AHEAD; i++) give();
    if (given.length === 0) resolve();
  });
}
