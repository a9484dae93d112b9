import { parseCodeowners } from '@treaty/codeowners';
import { DEFAULT_APPROVALS } from '@treaty/registry';
import { expect, test } from 'vitest';
import {
  type ChangeToApprove,
  controlFiles,
  controlSeats,
  demandOf,
  evaluate,
  seatsAsked,
  seatsOf,
  seatTitle,
} from '../src/index.ts';
import { snapshotOf } from './scenario.ts';

const codeowners = parseCodeowners(
  ['* @shop/platform', '/schemas/ @shop/stewards', '/schemas/parties/*.yaml @shop/desk'].join('\n'),
);
const change: ChangeToApprove = {
  flow: 'order/placed',
  class: 'major',
  why: 'a required attribute is added',
  contract: 'schemas/order/placed/contract.yaml',
  producers: ['storefront'],
  consumers: ['oms', 'crm'],
  records: ['oms'],
};
const settings = { approvals: DEFAULT_APPROVALS, quorum: {} };

test('a seat names its owners, its path and why it is asked', () => {
  expect(seatsOf([{ ...change, class: 'patch', why: 'words' }], settings, codeowners)).toEqual([
    {
      flow: 'order/placed',
      roles: ['steward'],
      path: 'schemas/order/placed/contract.yaml',
      owners: ['@shop/stewards'],
      quorum: 1,
      reason: 'order/placed: patch, words',
    },
  ]);
});

test('a party with two roles has one seat', () => {
  const titles = seatsOf([change], settings, codeowners).map(seatTitle);
  expect(titles).toEqual([
    'steward of order/placed',
    'producer storefront of order/placed',
    'system of record and consumer oms of order/placed',
    'consumer crm of order/placed',
  ]);
});

test('the owners of a party are those of its file', () => {
  const [, producer] = seatsOf([change], settings, codeowners);
  expect(producer).toMatchObject({
    path: 'schemas/parties/storefront.yaml',
    owners: ['@shop/desk'],
  });
});

test('several changes of a flow share a seat, which tells each reason once', () => {
  const patch: ChangeToApprove = { ...change, class: 'patch', why: 'words' };
  const [steward] = seatsOf([change, patch, patch], settings, codeowners);
  expect(steward?.reason).toBe(
    'order/placed: major, a required attribute is added; order/placed: patch, words',
  );
});

test('a quorum below one is one', () => {
  const [steward] = seatsOf([change], { ...settings, quorum: { steward: 0 } }, codeowners);
  expect(steward?.quorum).toBe(1);
});

test('the files that decide who approves what have a seat each, once', () => {
  const control = [
    '.github/CODEOWNERS',
    'CODEOWNERS',
    'docs/CODEOWNERS',
    '.github/workflows/gate.yml',
    'treaty.yaml',
    'treaty.baseline.json',
    'schemas/parties/oms.yaml',
    'schemas/order/entity.yaml',
  ];
  const others = [
    'src/CODEOWNERS',
    'docs/treaty.yaml',
    'docs/treaty.baseline.json',
    'schemas/order/placed/contract.yaml',
    'schemas/order/placed/entity.yaml',
    'examples/.github/workflows/gate.yml',
  ];
  const seats = controlSeats([...others, ...control, ...control], controlFiles(''), codeowners);
  expect(seats.map(({ path }) => path)).toEqual(control);
  expect(seats[6]).toMatchObject({ roles: ['control'], owners: ['@shop/desk'], quorum: 1 });
});

test('the files of a registry in a folder of its repository are those of that folder', () => {
  const inside = ['shop/treaty.yaml', 'shop/treaty.baseline.json', 'shop/schemas/parties/oms.yaml'];
  const paths = ['treaty.baseline.json', 'schemas/parties/oms.yaml', ...inside];
  const seats = controlSeats(paths, controlFiles('shop/'), codeowners);
  expect(seats.map(({ path }) => path)).toEqual(inside);
});

test('the seats that are asked are the seats that the gate demands, those of control files among them', () => {
  const demand = demandOf([change], { ...settings, branch: 'main' }, codeowners);
  const files = ['schemas/order/placed/contract.yaml', 'treaty.yaml', 'treaty.baseline.json'];
  const asked = seatsAsked(demand, files);
  expect(asked.map(seatTitle)).toEqual([
    ...demand.seats.map(seatTitle),
    'owner of treaty.yaml',
    'owner of treaty.baseline.json',
  ]);
  const snapshot = snapshotOf({ title: '', files, expect: { verdict: 'block', reasons: [] } });
  expect(evaluate(demand, snapshot).seats.map(({ seat }) => seat)).toEqual(asked);
});
