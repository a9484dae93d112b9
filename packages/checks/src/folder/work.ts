import {
  type Listing,
  type LoadedRegistry,
  loadRegistry,
  openFolder,
  SCHEMAS,
} from '@treaty/registry';
import type { CheckInput } from '../context.ts';
import { checkEntity, isOfFlows, type Part } from '../part.ts';

/** What every thread of a run knows. Plain data. */
export interface FolderRun {
  /** Path of the registry's folder. */
  readonly root: string;
  readonly listing: Listing;
  /** UTC date, `YYYY-MM-DD`. */
  readonly today: string;
  readonly calendar: boolean;
}

/** What one entity found, and the flows of other entities that it looked at for that. */
export interface EntityWork {
  readonly part: Part;
  readonly others: readonly string[];
}

/** Checks one entity of a folder: its flows are read, and of the others those that it names. */
export async function workOn(entity: string, run: FolderRun): Promise<EntityWork> {
  const loaded = readEntity(entity, run);
  const { flows } = loaded.registry;
  const input: CheckInput = {
    head: loaded.registry,
    today: run.today,
    calendar: run.calendar,
  };
  const isOwn = (id: string): boolean => id.startsWith(`${entity}/`);
  const read = loaded.findings.filter(({ location }) => isOfFlows(location.file, entity));
  const part = await checkEntity(entity, flows.select(isOwn), read, input);
  return { part, others: flows.asked().filter((id) => !isOwn(id)) };
}

function readEntity(entity: string, { root, listing }: FolderRun): LoadedRegistry {
  const scope = (folder: string): boolean => folder.startsWith(`${SCHEMAS}/${entity}/`);
  return loadRegistry(openFolder(root, listing), { scope, names: false });
}
