import { parentPort, workerData } from 'node:worker_threads';
import { type FolderRun, workOn } from './work.ts';

let before: Promise<void> = Promise.resolve();

/** A thread that checks entities, one after the other in the order of their names' arrival. */
parentPort?.on('message', (entity: string) => {
  // An error that nobody catches ends the thread, and the run with it.
  before = before.then(async () => {
    parentPort?.postMessage(await workOn(entity, workerData as FolderRun));
  });
});
