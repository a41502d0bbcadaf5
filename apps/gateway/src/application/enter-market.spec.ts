import type { MarketStatus } from '@reprise/contracts';
import { marketChangedV1 } from '@reprise/contracts/events';
import { isRejection } from '@reprise/kernel';
import { EnterMarket } from './enter-market.js';
import type { Market } from './ports.js';

function market(code: string, status: MarketStatus, region = 'eu'): Market {
  return {
    code,
    version: 1,
    status,
    definition: { ...marketChangedV1.example.definition, code, region, countries: [code.toUpperCase()] },
  };
}

const all = [
  market('fr', 'live'),
  market('us', 'live', 'us'),
  market('pt', 'draft'),
  market('es', 'preview'),
  market('it', 'suspended'),
  market('nl', 'retired'),
];
const door = new EnterMarket(
  { all: () => all, find: (code) => all.find((each) => each.code === code), marketsRevision: 1 },
  'eu',
  {
    us: 'https://us.shop.example',
  },
);

function outcome(code: string, visit?: Parameters<EnterMarket['run']>[1]): string {
  const entered = door.run(code, visit);
  return isRejection(entered) ? entered.code : entered.code;
}

test.each([
  ['fr', 'fr'],
  ['xx', 'MarketNotFound'],
  ['pt', 'MarketNotFound'],
  ['es', 'MarketNotFound'],
  ['it', 'MarketNotLive'],
  ['nl', 'MarketNotLive'],
  ['us', 'MarketInOtherRegion'],
])('a buyer at the door of %s: %s', (code, expected) => {
  expect(outcome(code)).toBe(expected);
});

test('an operator enters a preview, and nobody a draft', () => {
  expect(outcome('es', { operator: true, closedToo: false })).toBe('es');
  expect(outcome('pt', { operator: true, closedToo: true })).toBe('MarketNotFound');
});

test('orders of a closed market stay reachable, of a preview they do not appear', () => {
  expect(outcome('it', { operator: false, closedToo: true })).toBe('it');
  expect(outcome('nl', { operator: false, closedToo: true })).toBe('nl');
  expect(outcome('es', { operator: false, closedToo: true })).toBe('MarketNotFound');
});

test('who came to the wrong region is told where to go', () => {
  expect(door.run('us')).toMatchObject({
    code: 'MarketInOtherRegion',
    message: 'The us gateway serves us: https://us.shop.example',
    field: 'path.market',
    details: { region: 'us', gatewayUrl: 'https://us.shop.example' },
  });
});

test('the list holds what can be entered, in every region; a closed market can still be looked at', () => {
  expect(door.list().map(({ code }) => code)).toEqual(['fr', 'us']);
  expect(door.list(true).map(({ code }) => code)).toEqual(['fr', 'us', 'es']);
  expect(door.look('it')).toMatchObject({ status: 'suspended' });
});

test('a country leads to its open market', () => {
  expect(door.resolve('FR')).toMatchObject({ code: 'fr' });
  expect(door.resolve('IT')).toMatchObject({ code: 'MarketNotFound', field: 'query.country' });
});
