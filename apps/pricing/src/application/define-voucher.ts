import type { Outcome, Rejection } from '@reprise/kernel';
import { isRejection, Money, mustBeInstant, reject } from '@reprise/kernel';
import type { Instant, MoneyJson } from '@reprise/kernel';
import type { Voucher } from '../domain/voucher.js';
import type { Market, MarketBook, StoredVoucher, VoucherBook } from './ports.js';

/** A voucher as an operator states it: the whole of it, every time. */
export interface VoucherStatement {
  readonly code: string;
  readonly market: string;
  readonly amount?: MoneyJson | undefined;
  readonly percent?: number | undefined;
  readonly validFrom: string;
  readonly validUntil?: string | undefined;
  readonly minBasket?: MoneyJson | undefined;
  readonly onceOnly: boolean;
  readonly borneBy: 'MARKETPLACE' | 'SELLER';
  readonly sellerId?: string | undefined;
}

export type VoucherRejection = Rejection<'VoucherRejected'>;

/** Stores what a code takes off. Codes are one, however they are written: buyers type them. */
export class DefineVoucher {
  constructor(
    private readonly vouchers: VoucherBook,
    private readonly markets: MarketBook,
    private readonly region: string,
  ) {}

  async run(statement: VoucherStatement, storedBy: string): Promise<Outcome<StoredVoucher, VoucherRejection>> {
    const market = (await this.markets.current()).get(statement.market);
    if (market === undefined || market.region !== this.region)
      return refuse('market', `This region has no market ${statement.market}.`);
    const voucher = voucherOf(statement, market);
    if (isRejection(voucher)) return voucher;
    const { version } = await this.vouchers.store(voucher, market.terms.currency, storedBy);
    return { voucher, version };
  }
}

function voucherOf(statement: VoucherStatement, market: Market): Outcome<Voucher, VoucherRejection> {
  const { code, validFrom, validUntil, onceOnly } = statement;
  const off = offOf(statement, market);
  if (isRejection(off)) return off;
  const bearer = bearerOf(statement);
  if (isRejection(bearer)) return bearer;
  const minBasket = statement.minBasket && amountIn('minBasket', statement.minBasket, market);
  if (isRejection(minBasket)) return minBasket;
  const [from, until] = [mustBeInstant(validFrom), validUntil === undefined ? undefined : mustBeInstant(validUntil)];
  if (until !== undefined && until <= from) return refuse('validUntil', 'It must end after it begins.');
  return {
    ...bearer,
    code: code.toUpperCase(),
    market: market.code,
    off,
    validFrom: from,
    ...(until === undefined ? {} : { validUntil: until satisfies Instant }),
    ...(minBasket === undefined ? {} : { minBasket }),
    onceOnly,
  };
}

function offOf({ amount, percent }: VoucherStatement, market: Market): Outcome<Voucher['off'], VoucherRejection> {
  if ((amount === undefined) === (percent === undefined))
    return refuse('amount', 'State either an amount or a percent.');
  if (amount === undefined) return { kind: 'percent', ppm: Math.round((percent ?? 0) * 10_000) };
  const money = amountIn('amount', amount, market);
  return isRejection(money) ? money : { kind: 'amount', amount: money };
}

function bearerOf({ borneBy, sellerId }: VoucherStatement) {
  if (borneBy === 'MARKETPLACE')
    return sellerId === undefined ? { borneBy } : refuse('sellerId', 'The marketplace bears it: name no seller.');
  return sellerId === undefined ? refuse('sellerId', 'Say which seller bears it.') : { borneBy, sellerId };
}

function amountIn(
  field: string,
  { amount, currency }: MoneyJson,
  { code, terms }: Market,
): Outcome<Money, VoucherRejection> {
  if (currency !== terms.currency)
    return refuse(`${field}.currency`, `The market ${code} sells in ${terms.currency}: nothing is converted.`);
  const money = Money.parse(amount, currency);
  if (isRejection(money)) return refuse(`${field}.amount`, money.message);
  return money.isPositive() ? money : refuse(`${field}.amount`, 'It must be above zero.');
}

function refuse(field: string, message: string): VoucherRejection {
  return reject('VoucherRejected', message, { field });
}
