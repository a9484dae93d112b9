import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Orders } from '../src/orders.ts';
import { orderIntake } from '../src/server.ts';
import { placedV1, placedV2 } from './payloads.ts';

const server = orderIntake(new Orders());
let origin: string;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});

const post = async (path: string, body: string): Promise<[status: number, kind: unknown]> => {
  const response = await fetch(origin + path, { method: 'POST', body });
  const answer = (await response.json()) as { readonly kind?: unknown };
  return [response.status, answer.kind];
};

it('answers so that the sender knows whether to send again', async () => {
  const revised = JSON.stringify(placedV2(2));
  expect(await post('/order/placed/v2', revised)).toEqual([202, 'accepted']);
  expect(await post('/order/placed/v2', revised)).toEqual([200, 'duplicate']);
  expect(await post('/order/placed/v1', JSON.stringify(placedV1(1)))).toEqual([200, 'stale']);
  expect(await post('/order/placed/v3', revised)).toEqual([422, 'refused']);
  expect(await post('/order/placed/v2', '{')).toEqual([400, undefined]);
  expect(await post('/order/placed/v2', ' '.repeat(1_000_001))).toEqual([413, undefined]);
  expect(await post('/order', revised)).toEqual([404, undefined]);
});
