import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Outcome, takeIn } from './intake.ts';
import type { Orders } from './orders.ts';

const MAX_BYTES = 1_000_000;
const PATH = /^\/order\/placed\/v(\d{1,4})$/;

/** What was taken in, or need not be, is 2xx: any other answer makes the sender try again, or give up. */
const STATUS: Readonly<Record<Outcome['kind'], number>> = {
  accepted: 202,
  duplicate: 200,
  stale: 200,
  refused: 422,
};

export function orderIntake(orders: Orders): Server {
  return createServer((request, response) => {
    respond(request, response, orders).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) send(response, 500, { reason: 'internal error' });
    });
  });
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  orders: Orders,
): Promise<void> {
  const major = PATH.exec(request.url ?? '')?.[1];
  if (major === undefined || request.method !== 'POST') {
    return send(response, 404, { reason: 'expected POST /order/placed/v<major>' });
  }
  const text = await readText(request);
  if (text === undefined) return send(response, 413, { reason: `more than ${MAX_BYTES} bytes` });
  let payload: unknown;
  try {
    payload = JSON.parse(text);
  } catch {
    return send(response, 400, { reason: 'the body is not JSON' });
  }
  const outcome = takeIn(major, payload, orders);
  send(response, STATUS[outcome.kind], outcome);
}

/** The body; undefined where it is too large, of which no more is kept than the limit. */
async function readText(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_BYTES) chunks.push(chunk);
  }
  return size <= MAX_BYTES ? Buffer.concat(chunks).toString('utf8') : undefined;
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
