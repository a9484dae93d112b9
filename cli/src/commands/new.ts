import { type NewRequest, openWorkTree, parseRequest, planNew } from '@treaty/authoring';
import type { Io } from '../io.ts';
import type { NewOptions } from '../options.ts';
import type { Outcome } from '../outcome.ts';
import { carryOut } from '../plan-outcome.ts';
import { UsageError } from '../usage-error.ts';
import { openWorkspace } from '../workspace.ts';

/** `treaty new`: an entity, a party, a flow, or the next version of a flow. */
export async function create(
  what: string,
  name: string | undefined,
  flags: NewOptions,
  io: Io,
): Promise<Outcome> {
  const { root } = openWorkspace(io);
  const request = parseRequest(name === undefined ? [what] : [what, name]);
  if (request === undefined) {
    throw new UsageError(
      `${JSON.stringify([what, name].filter(Boolean).join(' '))} names nothing that can be made.`,
      'treaty new order/placed@minor',
    );
  }
  return carryOut(
    'new',
    root,
    planNew(openWorkTree(root), withFlags(request, flags)),
    flags.dryRun,
  );
}

function withFlags(
  request: NewRequest,
  { kind, title, record, producer, consumer }: NewOptions,
): NewRequest {
  const titled = title === undefined ? {} : { title };
  switch (request.what) {
    case 'party':
      return { ...request, ...titled, ...(kind === undefined ? {} : { kind }) };
    case 'entity':
      return { ...request, ...titled, ...(record === undefined ? {} : { record }) };
    case 'flow':
      return {
        ...request,
        ...titled,
        ...(producer === undefined ? {} : { producer }),
        ...(consumer === undefined ? {} : { consumers: consumer }),
      };
    case 'version':
      return request;
  }
}
