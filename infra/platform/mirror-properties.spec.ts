import { topics } from '@reprise/contracts/events';
import { mirrorProperties } from './mirror-properties.ts';

const brokersOf = { eu: 'a:1', us: 'b:2' };
const settings = settingsOf(mirrorProperties(brokersOf, topics));

test('a topic leaves its region when the topic table says so, and no other does', () => {
  expect(settings.get('eu->us.topics')).toBe('catalog\\\\.market,catalog\\\\.product');
  expect(settings.get('us->eu.topics')).toBe('checkout\\\\.sale,checkout\\\\.sale-tally');
});

test('a topic that names no mirror stays at home even when its name begins like one that does', () => {
  const table = [
    { name: 'checkout.sale', mirrored: [{ from: 'us', to: 'eu' }] },
    { name: 'checkout.sale.buyer' },
    { name: 'checkoutXsale' },
  ];
  const pattern = settingsOf(mirrorProperties(brokersOf, table)).get('us->eu.topics') ?? '';
  // MirrorMaker reads the file (a doubled backslash is one) and matches whole names.
  const matches = new RegExp(`^(${pattern.replaceAll('\\\\', '\\')})$`);
  expect(table.map(({ name }) => matches.test(name))).toEqual([true, false, false]);
});

test('names keep their origin, so that no fact can travel in a circle', () => {
  expect([...settings.keys()].filter((name) => name.includes('replication.policy'))).toEqual([]);
});

test('every internal topic has one copy, as one broker can hold', () => {
  const factors = [...settings].filter(([name]) => name.endsWith('replication.factor'));
  expect(factors.length).toBeGreaterThanOrEqual(7);
  expect(factors.filter(([, value]) => value !== '1')).toEqual([]);
});

test('a killed mirror takes its work up at once in both directions', () => {
  expect(settings.get('eu.scheduled.rebalance.max.delay.ms')).toBe('0');
  expect(settings.get('us.scheduled.rebalance.max.delay.ms')).toBe('0');
});

function settingsOf(properties: string): Map<string, string> {
  const lines = properties.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}
