import { basename } from 'node:path';
import { openHistory, openWorkTree, planAdoption, planInit } from '@treaty/authoring';
import type { Io } from '../io.ts';
import type { InitOptions } from '../options.ts';
import type { Outcome } from '../outcome.ts';
import { carryOut } from '../plan-outcome.ts';
import { UsageError } from '../usage-error.ts';

/** `treaty init`: an empty registry, or with --from one out of the schemas that are there. */
export async function init(flags: InitOptions, io: Io): Promise<Outcome> {
  if (flags.history === true && flags.from === undefined) {
    throw new UsageError(
      'There is no history without schemas that have one.',
      "treaty init --from 'contracts/**/*.json' --history",
    );
  }
  const history = flags.history === true ? openHistory(io.cwd) : undefined;
  if (flags.history === true && history === undefined) {
    throw new UsageError('There is no history here: this is no git repository with a commit.');
  }
  const standing = openWorkTree(io.cwd);
  const { from, consumer, dryRun, name = basename(io.cwd), ...rest } = flags;
  const common = given({ name, package: rest.package, owners: rest.owner });
  const plan =
    from === undefined
      ? planInit(standing, common)
      : await planAdoption(standing, from, {
          ...common,
          ...given({ entity: rest.entity, producer: rest.producer, consumers: consumer, history }),
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
