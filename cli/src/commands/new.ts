import {
  type NewRequest,
  openWorkTree,
  type PartyKind,
  parseRequest,
  planNew,
} from '@treaty/authoring';
import type { Io } from '../io.ts';
import type { Outcome } from '../outcome.ts';
import { carryOut } from '../plan-outcome.ts';
import { UsageError } from '../usage-error.ts';
import { openWorkspace } from '../workspace.ts';

export interface NewFlags {
  readonly kind?: PartyKind;
  readonly title?: string;
  readonly producer?: string;
  readonly consumer?: readonly string[];
  readonly dryRun?: boolean;
}

/** `treaty new`: an entity, a party, a flow, or the next version of a flow. */
export async function create(
  what: string,
  name: string | undefined,
  flags: NewFlags,
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

function withFlags(request: NewRequest, { kind, title, producer, consumer }: NewFlags): NewRequest {
  const titled = title === undefined ? {} : { title };
  switch (request.what) {
    case 'party':
      return { ...request, ...titled, ...(kind === undefined ? {} : { kind }) };
    case 'entity':
      return { ...request, ...titled, ...(producer === undefined ? {} : { record: producer }) };
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
