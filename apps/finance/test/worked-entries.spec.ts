import type { Ratio } from '@reprise/kernel';
import { Bug, Money, mustBeInstant, ratioOfDecimal } from '@reprise/kernel';
import fc from 'fast-check';
import { readBooks } from '../src/outbound/books/read-books.js';
import type { Entity } from '../src/domain/ledger/books.js';
import { entityOfRegion } from '../src/domain/ledger/books.js';
import type { FrozenCommission } from '../src/domain/ledger/commission.js';
import { freezeCommission } from '../src/domain/ledger/commission.js';
import type { NewEntry } from '../src/domain/ledger/entry.js';
import type { ChargedTax, GoodsSent, MoneyMovement, MovedLine, Movement } from '../src/domain/ledger/movement.js';
import type { BookedOrder } from '../src/domain/ledger/post-order.js';
import { entryOf } from '../src/domain/ledger/post-order.js';
import type { Settlement } from '../src/domain/ledger/post-settlement.js';
import { settlementEntry } from '../src/domain/ledger/post-settlement.js';

const books = await readBooks();
const eu = entityOfRegion(books, 'eu') as Entity;
const us = entityOfRegion(books, 'us') as Entity;
const at = mustBeInstant('2026-11-24T10:00:00.000Z');
const eur = (amount: string): Money => Money.of(amount, 'EUR');
const usd = (amount: string): Money => Money.of(amount, 'USD');
const noRate = (): never => {
  throw new Error('no rate is needed here');
};

function tax(amount: Money, taxable: Money, changed: Partial<ChargedTax> = {}): ChargedTax {
  return {
    ...{ country: 'FR', code: 'FR', name: 'France', rate: '0.20', treatment: 'standard', responsibility: 'SELLER' },
    ...{ amount, taxable },
    ...changed,
  };
}

/** The worked order: a phone for 499.00 of a French seller, and a service fee of 5.99. */
const order: MoneyMovement = {
  ...{ kind: 'sale', id: 'o1', factId: 'f1', orderId: 'o1', region: 'eu', market: 'fr', occurredAt: at },
  shipTo: { country: 'FR' },
  lines: [
    {
      ...{ lineId: 'l1', sellerId: 's1', variantId: 'v1', quantity: 1, shown: eur('499.00') },
      ...{ net: eur('415.83'), gross: eur('499.00'), taxes: [tax(eur('83.17'), eur('415.83'))] },
      fees: [{ id: 'service-fee', amount: eur('5.99') }],
      sellerEstablishedIn: 'FR',
    },
  ],
  ...{ gross: eur('504.99'), fees: eur('5.99') },
  delivery: { amount: eur('0.00'), tax: eur('0.00'), taxes: [] },
  payment: { provider: 'psp', reference: 'ch_1' },
};
const parcel: GoodsSent = {
  ...{ kind: 'shipment', id: 'p1', factId: 'f2', orderId: 'o1', occurredAt: at },
  lines: [{ lineId: 'l1', quantity: 1 }],
};
const commissionsOf = (sale: MoneyMovement, entity = eu): FrozenCommission[] =>
  freezeCommission(books, entity, sale, () => undefined);

function refundOf(sale: MoneyMovement, net: string, vat: string, gross: string): MoneyMovement {
  const line = sale.lines[0] as MovedLine;
  return {
    ...sale,
    ...{ kind: 'refund', id: 'r1', factId: 'f3', gross: eur(gross), fees: eur('0.00') },
    lines: [{ ...line, net: eur(net), gross: eur(gross), taxes: [tax(eur(vat), eur(net))], fees: [] }],
  };
}

/** `account aux: amount`, debits positive, as a person would check them. */
function lines(entry: NewEntry | undefined): string[] {
  return (entry?.postings ?? []).map(({ account, aux, amount }) =>
    [account, aux, amount.toDecimalString()].filter(Boolean).join(' '),
  );
}

function book(sale: MoneyMovement, booked: Movement[], movement: Movement, entity = eu): string[] {
  const known: BookedOrder = { sale, commissions: commissionsOf(sale, entity), booked };
  return lines(entryOf(books, entity, known, movement, noRate));
}

const settle = (settlement: Omit<Settlement, 'source' | 'sourceId' | 'occurredAt'>, entity = eu, rate = noRate) =>
  settlementEntry(entity, { ...settlement, source: 'psp', sourceId: 'x', occurredAt: at } as Settlement, rate);

test('the worked order: capture, provider fee, commission at shipment, payouts, and what is left is revenue', () => {
  expect(book(order, [], order)).toEqual(['517 psp EUR 504.99', '467S s1 -499.00', '706F -4.99', '445710 FR -1.00']);
  expect(lines(settle({ kind: 'pspFee', provider: 'psp', fee: eur('7.82') } as Settlement))).toEqual([
    '627 psp EUR 7.82',
    '517 psp EUR -7.82',
  ]);
  expect(commissionsOf(order)).toMatchObject([
    { base: eur('499.00'), rate: '0.10', amount: eur('49.90'), vatRate: '0.20', vat: eur('9.98') },
  ]);
  expect(book(order, [], parcel)).toEqual(['467S s1 59.88', '706C -49.90', '445710 FR -9.98']);
  const payout = { kind: 'pspPayout', provider: 'psp', bankAccount: 'main' } as const;
  expect(lines(settle({ ...payout, cleared: eur('497.17'), received: eur('497.17') } as Settlement))).toEqual([
    '512 main 497.17',
    '517 psp EUR -497.17',
  ]);
  expect(
    lines(settle({ kind: 'sellerPayout', sellerId: 's1', bankAccount: 'main', paid: eur('439.12') } as Settlement)),
  ).toEqual(['467S s1 439.12', '512 main -439.12']);
});

test('100.00 of a sent phone given back: 88.00 by the seller, 10.00 of commission, 2.00 of its VAT', () => {
  expect(book(order, [parcel], refundOf(order, '83.33', '16.67', '100.00'))).toEqual([
    '517 psp EUR -100.00',
    '467S s1 88.00',
    '706C 10.00',
    '445710 FR 2.00',
  ]);
});

test('an order given back before it was sent takes no commission, and a parcel heard after that earns none', () => {
  const refund = refundOf(order, '415.83', '83.17', '499.00');
  expect(book(order, [], refund)).toEqual(['517 psp EUR -499.00', '467S s1 499.00']);
  expect(book(order, [refund], parcel)).toEqual([]);
});

test('tax and fees of a US order are owed to states and never revenue', () => {
  const sale: MoneyMovement = {
    ...order,
    ...{ region: 'us', market: 'us', shipTo: { country: 'US', region: 'CA' } },
    lines: [
      {
        ...{ lineId: 'l1', sellerId: 's2', variantId: 'v1', quantity: 1, shown: usd('349.00'), net: usd('349.00') },
        gross: usd('383.03'),
        taxes: [
          tax(usd('25.30'), usd('349.00'), { country: 'US', state: 'CA', code: 'CA', responsibility: 'MARKETPLACE' }),
          tax(usd('8.73'), usd('349.00'), { country: 'US', state: 'CA', code: 'LA', responsibility: 'MARKETPLACE' }),
        ],
        fees: [{ id: 'us-ca-cbe', amount: usd('5.24') }],
      },
    ],
    ...{ gross: usd('388.55'), fees: usd('5.52') },
    delivery: { amount: usd('0.00'), tax: usd('0.00'), taxes: [] },
  };
  expect(book(sale, [], sale, us)).toEqual([
    '517 psp USD 388.55',
    '467S s2 -349.00',
    '447US US-CA -34.03',
    '447F us-ca-cbe -5.24',
    '447F order US-CA -0.28',
  ]);
  expect(commissionsOf(sale, us)).toMatchObject([{ base: usd('349.00'), amount: usd('34.90'), vat: usd('0.00') }]);
});

test('the marketplace owes the VAT of a deemed supply through the one-stop shop; the seller gets the net price', () => {
  const line = order.lines[0] as MovedLine;
  const sale: MoneyMovement = {
    ...order,
    gross: eur('499.00'),
    fees: eur('0.00'),
    lines: [
      {
        ...line,
        fees: [],
        sellerEstablishedIn: 'CN',
        taxes: [tax(eur('83.17'), eur('415.83'), { responsibility: 'MARKETPLACE' })],
      },
    ],
  };
  expect(book(sale, [], sale)).toEqual(['517 psp EUR 499.00', '467S s1 -415.83', '4457O FR -83.17']);
  expect(commissionsOf(sale)).toMatchObject([{ amount: eur('49.90'), vatRate: '0.00', vat: eur('0.00') }]);
});

test('dollars carried at 1.1355 and paid out at 1.1172 gain 14.42, and each currency balances by itself', () => {
  const entry = settle({
    ...{ kind: 'pspPayout', provider: 'psp', bankAccount: 'main', cleared: usd('1000.00') },
    ...{ received: eur('895.09'), carriedAt: eur('880.67') },
  } as Settlement);
  expect(entry.postings.map(({ account, amount, base }) => `${account} ${amount} = ${base}`)).toEqual([
    '517 -1000.00 USD = -880.67 EUR',
    '580 1000.00 USD = 880.67 EUR',
    '512 895.09 EUR = 895.09 EUR',
    '580 -880.67 EUR = -880.67 EUR',
    '766 -14.42 EUR = -14.42 EUR',
  ]);
});

test('a loss on the way to a third currency has a value and no amount', () => {
  const rates: Record<string, Ratio> = { USD: ratioOfDecimal('0.88'), PLN: ratioOfDecimal('0.23') };
  const entry = settle(
    {
      ...{ kind: 'pspPayout', provider: 'psp', bankAccount: 'main', cleared: usd('100.00') },
      received: Money.of('380.00', 'PLN'),
    } as Settlement,
    eu,
    ((currency: string) => rates[currency]) as never,
  );
  expect(entry.postings.map(({ account, amount, base }) => `${account} ${amount} = ${base}`)).toEqual([
    '517 -100.00 USD = -88.00 EUR',
    '580 100.00 USD = 88.00 EUR',
    '512 380.00 PLN = 87.40 EUR',
    '580 -380.00 PLN = -88.00 EUR',
    '666 0.00 PLN = 0.60 EUR',
  ]);
});

test('a chargeback is the seller’s or our loss, a won one undoes it, a reserve stays the seller’s', () => {
  const lost = { kind: 'chargeback', provider: 'psp', amount: eur('100.00') } as const;
  expect(lines(settle({ ...lost, bornBy: { sellerId: 's1' } } as Settlement))).toEqual([
    '467S s1 100.00',
    '517 psp EUR -100.00',
  ]);
  expect(lines(settle({ ...lost, bornBy: 'marketplace' } as Settlement))).toEqual([
    '654 100.00',
    '517 psp EUR -100.00',
  ]);
  expect(lines(settle({ ...lost, kind: 'chargebackWon', bornBy: 'marketplace' } as Settlement))).toEqual([
    '654 -100.00',
    '517 psp EUR 100.00',
  ]);
  expect(lines(settle({ kind: 'reserveHeld', sellerId: 's1', amount: eur('50.00') } as Settlement))).toEqual([
    '467S s1 50.00',
    '467R s1 -50.00',
  ]);
  expect(lines(settle({ kind: 'rounding', provider: 'psp', amount: eur('-0.01') } as Settlement))).toEqual([
    '517 psp EUR -0.01',
    '658 0.01',
  ]);
});

test('a payout that arrives short in its own currency is a Bug: the difference is a fee of its own', () => {
  const short = {
    kind: 'pspPayout',
    provider: 'psp',
    bankAccount: 'main',
    cleared: eur('10.00'),
    received: eur('9.99'),
  };
  expect(() => settle(short as unknown as Settlement)).toThrow(Bug);
});

test('whatever is sent and given back in whatever order, what is booked in the end is the same and balances in both currencies', () => {
  const pln = (minor: bigint): Money => Money.ofMinor(minor, Money.of('0', 'PLN').currency);
  const rate = () => ratioOfDecimal('0.2271');
  const scenario = fc.record({
    priceMinor: fc.bigInt(1n, 5_000_000n),
    quantity: fc.integer({ min: 1, max: 5 }),
    refundMinors: fc.array(fc.bigInt(1n, 1_000_000n), { maxLength: 4 }),
    order: fc.array(fc.nat(), { minLength: 9, maxLength: 9 }),
  });
  fc.assert(
    fc.property(scenario, ({ priceMinor, quantity, refundMinors, order: keys }) => {
      const gross = pln(priceMinor * BigInt(quantity));
      const net = gross.timesRatio(ratioOfDecimal('0.8'), 'halfUp');
      const line = {
        ...(order.lines[0] as MovedLine),
        ...{ quantity, shown: gross, net, gross, taxes: [tax(gross.minus(net), net)], fees: [] },
      };
      const zero = pln(0n);
      const sale: MoneyMovement = {
        ...order,
        ...{ gross, fees: zero, lines: [line], delivery: { amount: zero, tax: zero, taxes: [] } },
      };
      let left = gross.minor;
      const refunds = refundMinors.flatMap((minor, i): Movement[] => {
        const given = minor < left ? minor : left;
        left -= given;
        const back = { ...line, net: pln(given), gross: pln(given), taxes: [] };
        return given === 0n ? [] : [{ ...sale, kind: 'refund', id: `r${i}`, gross: pln(given), lines: [back] }];
      });
      const parcels = Array.from({ length: quantity }, (_, i): Movement => ({
        ...parcel,
        ...{ id: `p${i}`, lines: [{ lineId: 'l1', quantity: 1 }] },
      }));
      const shuffled = [...refunds, ...parcels]
        .map((movement, i) => ({ movement, key: (keys[i % keys.length] ?? 0) * 16 + i }))
        .sort((a, b) => a.key - b.key)
        .map(({ movement }) => movement);
      const sumsOf = (movements: readonly Movement[]): Record<string, bigint> => {
        const sums: Record<string, bigint> = {};
        const booked: Movement[] = [];
        for (const movement of [sale, ...movements]) {
          const entry = entryOf(books, eu, { sale, commissions: commissionsOf(sale), booked }, movement, rate);
          booked.push(movement);
          let [amounts, bases] = [0n, 0n];
          for (const { account, amount, base } of entry?.postings ?? []) {
            amounts += amount.minor;
            bases += base.minor;
            sums[account] = (sums[account] ?? 0n) + amount.minor;
          }
          expect([amounts, bases]).toEqual([0n, 0n]);
        }
        return Object.fromEntries(Object.entries(sums).filter(([, minor]) => minor !== 0n));
      };
      const all = sumsOf(shuffled);
      expect(all).toEqual(sumsOf([...parcels, ...refunds]));
      if (left === 0n) expect(all['706C'] ?? 0n).toBe(0n);
    }),
    { numRuns: 60 },
  );
});
