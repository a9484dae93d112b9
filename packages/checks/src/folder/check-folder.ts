import { contentIndex, listFolder, loadRegistry, openFolder } from '@treaty/registry';
import type { CheckInput, OwnersFile } from '../context.ts';
import { checkRegistry, isOfFlows, type Part } from '../part.ts';
import { type CheckResult, conclude, runChecks } from '../run.ts';
import { type Circumstances, entityKey, flowDigests, runKey } from './keys.ts';
import { workOnAll } from './pool.ts';
import { openStore, type Store } from './store.ts';
import type { FolderRun } from './work.ts';

/** A run over the whole of a folder. */
export interface FolderCheckInput {
  /** Path of the registry's folder. */
  readonly root: string;
  /** UTC date, `YYYY-MM-DD`. */
  readonly today: string;
  readonly calendar: boolean;
  readonly owners?: OwnersFile;
  /** What tells the code that checks from any other; results of other code are not used. */
  readonly code: string;
  /** Told as entities are done. */
  readonly progress?: (done: number, of: number) => void;
}

export interface FolderCheck extends CheckResult {
  readonly failOn: 'error' | 'warning';
}

/** Fewer versions than this are checked before a thread has started. */
const MANY_VERSIONS = 250;

/**
 * `treaty check` over a whole registry, however large: what an earlier run of the same code found of the same
 * content is taken from it, and the rest is done entity by entity, on several threads where there is much of
 * it. The result is that of {@link runChecks} on the loaded registry.
 */
export async function checkFolder(input: FolderCheckInput): Promise<FolderCheck> {
  const { root, today, calendar, owners, code } = input;
  const store = openStore(root);
  const index = store && contentIndex(root);
  const circumstances: Circumstances | undefined = index && {
    index,
    code,
    today,
    calendar,
    owners: JSON.stringify(owners ?? null),
  };
  const key = circumstances && runKey(circumstances);
  const before = key === undefined ? undefined : store?.get(key);
  if (before !== undefined) return before as FolderCheck;
  const listing = listFolder(root);
  const versions = listing.files.filter((file) => file.endsWith('/schema.json')).length;
  const many = versions >= MANY_VERSIONS;
  const loaded = loadRegistry(openFolder(root, listing), many ? { scope: () => false } : {});
  const head: CheckInput = {
    head: loaded.registry,
    today,
    calendar,
    ...(owners === undefined ? {} : { owners }),
  };
  const { failOn } = loaded.registry.settings;
  const toKeep = new Map<string, unknown>();
  const parts = many
    ? partsOf({ root, listing, today, calendar }, input, circumstances, store, toKeep)
    : undefined;
  const above = loaded.findings.filter(({ location }) => !isOfFlows(location.file));
  const result =
    parts === undefined
      ? await runChecks(loaded, head)
      : conclude([await checkRegistry(above, head), ...(await parts)], head);
  const checked: FolderCheck = { ...result, failOn };
  if (key !== undefined) toKeep.set(key, checked);
  // What changed while it was read would be kept under what it was before.
  if (isSame(index, store && contentIndex(root))) {
    for (const [name, value] of toKeep) store?.put(name, value);
  }
  return checked;
}

type Index = ReadonlyMap<string, string> | undefined;

function isSame(before: Index, after: Index): boolean {
  if (before === undefined || before.size !== after?.size) return false;
  return [...before].every(([file, digest]) => after.get(file) === digest);
}

/** What an earlier run kept of an entity: good as long as the flows that it looked at are what they were. */
interface KeptPart {
  readonly part: Part;
  readonly others: Readonly<Record<string, string>>;
}

async function partsOf(
  run: FolderRun,
  { progress }: FolderCheckInput,
  circumstances: Circumstances | undefined,
  store: Store | undefined,
  toKeep: Map<string, unknown>,
): Promise<readonly Part[]> {
  const entities = entitiesIn(run.listing.files);
  const parts = new Map<string, Part>();
  for (const entity of entities) {
    const part = circumstances && keptPart(entity, circumstances, store);
    if (part !== undefined) parts.set(entity, part);
  }
  const open = entities.filter((entity) => !parts.has(entity));
  await workOnAll(open, run, (entity, { part, others }) => {
    parts.set(entity, part);
    progress?.(parts.size, entities.length);
    if (circumstances === undefined) return;
    const value: KeptPart = { part, others: flowDigests(others, circumstances) };
    toKeep.set(entityKey(entity, circumstances), value);
  });
  return entities.flatMap((entity) => parts.get(entity) ?? []);
}

function keptPart(
  entity: string,
  circumstances: Circumstances,
  store: Store | undefined,
): Part | undefined {
  const found = store?.get(entityKey(entity, circumstances)) as KeptPart | undefined;
  if (found === undefined) return undefined;
  const now = flowDigests(Object.keys(found.others), circumstances);
  const same = Object.entries(found.others).every(([id, digest]) => now[id] === digest);
  return same ? found.part : undefined;
}

/** Every folder that holds flows, whether or not it says what the entity is. */
function entitiesIn(files: readonly string[]): readonly string[] {
  const names = files.filter((file) => isOfFlows(file)).map((file) => file.split('/')[1] as string);
  return [...new Set(names)].sort();
}
