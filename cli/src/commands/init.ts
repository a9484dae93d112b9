import { basename } from 'node:path';
import { openWorkTree, planAdoption, planInit } from '@treaty/authoring';
import type { Io } from '../io.ts';
import type { InitOptions } from '../options.ts';
import type { Outcome } from '../outcome.ts';
import { carryOut } from '../plan-outcome.ts';

/** `treaty init`: an empty registry, or with --from one out of the schemas that are there. */
export async function init(flags: InitOptions, io: Io): Promise<Outcome> {
  const standing = openWorkTree(io.cwd);
  const { from, consumer, dryRun, name = basename(io.cwd), ...rest } = flags;
  const common = given({ name, package: rest.package, owners: rest.owner });
  const plan =
    from === undefined
      ? planInit(standing, common)
      : await planAdoption(standing, from, {
          ...common,
          ...given({ entity: rest.entity, producer: rest.producer, consumers: consumer }),
          today: io.today,
        });
  return carryOut('init', io.cwd, plan, dryRun);
}

/** The members that are there: an option that was not given is absent, not undefined. */
function given<T extends object>(options: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
