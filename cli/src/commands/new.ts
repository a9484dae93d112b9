import { resolve } from 'node:path';
import {
  type NewRequest,
  openWorkTree,
  type PayloadFile,
  parseRequest,
  planNew,
} from '@treaty/authoring';
import { readText } from '../files.ts';
import type { Io } from '../io.ts';
import type { NewOptions } from '../options.ts';
import type { Outcome } from '../outcome.ts';
import { carryOut } from '../plan-outcome.ts';
import { UsageError } from '../usage-error.ts';
import { openWorkspace, shown } from '../workspace.ts';

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
      `${JSON.stringify([what, name].filter(Boolean).join(' '))} names nothing that can be made. What can: party NAME, entity NAME, ENTITY/FLOW, shared/NAME, and @patch, @minor, @major or @X.Y.Z behind either of the last two.`,
      name !== undefined && parseRequest([name])?.what === 'flow'
        ? `treaty new ${name}`
        : 'treaty new --help',
    );
  }
  if (flags.from !== undefined && request.what !== 'flow') {
    throw new UsageError(
      'Only the first version of a flow is proposed from payloads.',
      `treaty new <entity>/<flow> --from ${flags.from[0]}`,
    );
  }
  const from = flags.from?.map((name) => payloadFile(io, name));
  const full = withFlags(request, flags, from);
  return carryOut('new', root, planNew(openWorkTree(root), full), flags.dryRun);
}

function payloadFile(io: Io, name: string): PayloadFile {
  const text = readText(io, name);
  if (text === undefined) throw new UsageError(`${name} is not UTF-8 text.`);
  return { name: shown(io, resolve(io.cwd, name)), text };
}

function withFlags(
  request: NewRequest,
  { kind, title, record, producer, consumer }: NewOptions,
  from: readonly PayloadFile[] | undefined,
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
        ...(from === undefined ? {} : { from }),
      };
    case 'shared':
    case 'version':
      return request;
  }
}
