import type { Currency, Instant, Outcome } from '@reprise/kernel';
import { allocate, isRejection, Money } from '@reprise/kernel';
import { feesInForce, includedLevies, lineFees, orderFees } from './charge-fees.js';
import type { FeeInForce } from './charge-fees.js';
import { checkRequest } from './check-request.js';
import { chooseShipping } from './choose-shipping.js';
import type { ItemTax, TaxableItem } from './compute-tax.js';
import { computeTax } from './compute-tax.js';
import { locateTax } from './locate-tax.js';
import type { TaxLocation } from './locate-tax.js';
import { marginVat } from './margin-vat.js';
import type { MarketTerms } from './market-terms.js';
import type { PriceRejection } from './price-rejection.js';
import type {
  Basket,
  Fee,
  IncludedLevy,
  MarginDecision,
  QuoteDraft,
  QuoteLine,
  QuoteRequest,
  QuoteRequestLine,
  QuoteShipping,
  TaxDecision,
  TaxLine,
  TraceStep,
} from './quote.js';
import { decisionOf } from './tax-decision.js';
import { taxRules } from './tax-rules.js';
import type { TaxStack } from './tax-stack.js';
import { discountsOf } from './voucher.js';
import type { PriceTables } from './tax-tables.js';

/**
 * What the basket costs, delivered there, at that moment: every tax, fee and sum, exact to the minor unit, with each decision on the way.
 * Pure: the same request, tables and moment always give the same answer, so a disputed price can be worked out again.
 */
export function quotePrice(
  request: QuoteRequest,
  tables: PriceTables,
  now: Instant,
): Outcome<QuoteDraft, PriceRejection> {
  const { market, lines } = request;
  const refused = checkRequest(request);
  if (refused !== undefined) return refused;
  const location = locateTax(tables, request, now);
  if (isRejection(location)) return location;
  const shipping = chooseShipping(request, location.country);
  if (isRejection(shipping)) return shipping;

  const schedules = market.fees.flatMap((id) => tables.fees.get(id) ?? []);
  const fees = feesInForce(schedules, location.country, location.state, now);
  const levies = lines.map((line) => (fees.length === 0 ? [] : includedLevies(fees, line, location.levyRatePpm)));
  const discounts = takeOff(request, levies, now);
  if (isRejection(discounts)) return discounts;
  const basket: Basket = {
    lines,
    shownMinor: lines.map(({ unitPrice, quantity }, i) => unitPrice.minor * BigInt(quantity) - (discounts[i] ?? 0n)),
  };
  const goods: TaxableItem[] = [];
  for (const [i, line] of lines.entries()) {
    const stack = location.stackOf(basket, i);
    if (isRejection(stack)) return stack;
    goods.push(goodsItem(line, stack, basket.shownMinor[i] as bigint));
  }
  const reliefs = reliefItems(goods);
  const delivery = deliveryItems(shipping.price.minor, goods, location, market.currency);
  const items = [...goods, ...delivery, ...reliefs.map(({ item }) => item)];
  const taxes =
    location.settled?.(items) ??
    computeTax(items, {
      inclusive: market.taxInclusive,
      policy: location.policy,
      mode: market.tax.roundingMode,
    });
  const usedTables = [...location.references, ...fees.map(({ schedule }) => schedule.reference)];
  const deliveryShares = sharesOfDelivery(shipping.price, goods);
  const relievedFrom = goods.length + delivery.length;
  const relieved = reliefs.map(({ line, item }, k) => ({ line, item, tax: taxes[relievedFrom + k] as ItemTax }));
  const quoteLines = lines.map((line, i) => {
    const own = { item: goods[i] as TaxableItem, tax: taxes[i] as ItemTax };
    const parts = relieved.length === 0 ? [own] : [own, ...relieved.filter((part) => part.line === i)];
    const { stack } = own.item;
    return quoteLine(line, parts, {
      discountMinor: discounts[i] ?? 0n,
      fees: fees.length === 0 ? [] : lineFees(fees, line),
      levies: levies[i] ?? [],
      decision: decisionOf(request, line, stack, location, usedTables, now),
      margin: stack.margin && marginOf(line, own.item, stack.margin, deliveryShares[i] as Money, market),
    });
  });
  const quoteShipping = shippingOf(shipping.id, delivery, taxes.slice(goods.length, relievedFrom), market.currency);
  const perOrder = orderFees(fees, taxedMinor(goods, taxes));
  return {
    market: market.code,
    currency: market.currency,
    lines: quoteLines,
    taxLines: mergeTaxLines([...quoteLines, quoteShipping]),
    fees: mergeFees([...quoteLines.map((line) => line.fees), perOrder]),
    shipping: quoteShipping,
    ...discountOf(request, discounts),
    totals: totalsOf(quoteLines, perOrder, quoteShipping, market.currency),
    precision: location.precision,
    taxSource: location.source,
    tables: usedTables,
    trace: traceOf(request, location, shipping.id, goods, quoteLines, taxes, fees),
  };
}

/** What the voucher takes off each line; nothing from any where there is none. */
function takeOff(
  { market, lines, voucher }: QuoteRequest,
  levies: readonly (readonly IncludedLevy[])[],
  now: Instant,
): Outcome<readonly bigint[], PriceRejection> {
  if (voucher === undefined) return [];
  const leviesMinor = levies.map((own) => own.reduce((sum, { amountInclTax }) => sum + amountInclTax.minor, 0n));
  return discountsOf(voucher, market, lines, leviesMinor, now);
}

function discountOf(
  { market, voucher }: QuoteRequest,
  discounts: readonly bigint[],
): Pick<QuoteDraft, 'discount'> | undefined {
  if (voucher === undefined) return undefined;
  const minor = discounts.reduce((sum, discount) => sum + discount, 0n);
  return { discount: { voucher, amount: Money.ofMinor(minor, market.currency) } };
}

/** The part of a line that falls under its stack: all of it, unless the stack relieves a part of every unit. */
function goodsItem({ quantity }: QuoteRequestLine, stack: TaxStack, shownMinor: bigint): TaxableItem {
  return { stack, quantity, shownMinor: shownMinor - relievedMinor(stack, quantity) };
}

/** What of each line falls under another stack; empty but on the holidays that relieve a part of the price. */
function reliefItems(goods: readonly TaxableItem[]): { readonly line: number; readonly item: TaxableItem }[] {
  if (goods.every(({ stack }) => stack.relief === undefined)) return [];
  return goods.flatMap(({ stack, quantity }, line) =>
    stack.relief === undefined
      ? []
      : [{ line, item: { stack: stack.relief.stack, quantity, shownMinor: relievedMinor(stack, quantity) } }],
  );
}

function relievedMinor({ relief }: TaxStack, quantity: number): bigint {
  return relief === undefined ? 0n : relief.unitMinor * BigInt(quantity);
}

/** Delivery follows the goods: it is taxed as they are, in proportion to what they cost, unless the state taxes it by a rule of its own. */
function deliveryItems(
  priceMinor: bigint,
  goods: readonly TaxableItem[],
  location: TaxLocation,
  currency: Currency,
): TaxableItem[] {
  if (priceMinor === 0n) return [];
  const item = (stack: TaxStack, shownMinor: bigint): TaxableItem => ({ stack, quantity: 1, shownMinor });
  if (location.deliveryStack !== undefined) return [item(location.deliveryStack, priceMinor)];
  const stacks = new Map<string, { stack: TaxStack; weight: bigint }>();
  for (const { stack, shownMinor } of goods) {
    const key = `${stack.roundingKey}/${stack.responsibility}`;
    stacks.set(key, { stack, weight: (stacks.get(key)?.weight ?? 0n) + shownMinor });
  }
  const kinds = [...stacks.values()];
  const shares = allocate(
    Money.ofMinor(priceMinor, currency),
    kinds.map(({ weight }) => weight),
  );
  return kinds.map(({ stack }, i) => item(stack, (shares[i] as Money).minor));
}

/** What part of the delivery charge came with each line: it is part of a margin good's selling price (art. 312). */
function sharesOfDelivery(price: Money, goods: readonly TaxableItem[]): Money[] {
  if (price.isZero()) return goods.map(() => price);
  return allocate(
    price,
    goods.map(({ shownMinor }) => shownMinor),
  );
}

function quoteLine(
  line: QuoteRequestLine,
  parts: readonly { readonly item: TaxableItem; readonly tax: ItemTax }[],
  charges: {
    readonly discountMinor: bigint;
    readonly fees: readonly Fee[];
    readonly levies: readonly IncludedLevy[];
    readonly decision: TaxDecision;
    readonly margin: MarginDecision | undefined;
  },
): QuoteLine {
  const { currency } = line.unitPrice;
  const { discountMinor, fees, levies, decision, margin } = charges;
  let [net, tax, gross] = [0n, 0n, 0n];
  for (const part of parts) {
    net += part.tax.netMinor;
    tax += part.tax.taxMinor;
    gross += part.tax.grossMinor;
  }
  return {
    offerId: line.offerId,
    sellerId: line.sellerId,
    variantId: line.variantId,
    quantity: line.quantity,
    unitPrice: line.unitPrice,
    discount: Money.ofMinor(discountMinor, currency),
    net: Money.ofMinor(net, currency),
    tax: Money.ofMinor(tax, currency),
    gross: Money.ofMinor(gross, currency),
    taxLines: parts.flatMap((part) => taxLinesOf(part.item.stack, part.tax, currency)),
    fees,
    includedLevies: levies,
    decision,
    ...(margin === undefined ? {} : { margin }),
  };
}

function marginOf(
  { unitCosts, quantity }: QuoteRequestLine,
  { shownMinor }: TaxableItem,
  { jurisdiction, ratePpm }: NonNullable<TaxStack['margin']>,
  delivery: Money,
  market: MarketTerms,
): MarginDecision {
  const usable =
    unitCosts?.length === quantity && unitCosts.every((cost) => cost.currency === market.currency)
      ? unitCosts
      : undefined;
  if (usable === undefined) return { jurisdiction, ratePpm };
  const sellingPrices = allocate(
    delivery.plus(Money.ofMinor(shownMinor, market.currency)),
    usable.map(() => 1n),
  );
  return { jurisdiction, ratePpm, result: marginVat(sellingPrices, usable, ratePpm, market.tax.roundingMode) };
}

function taxLinesOf(stack: TaxStack, tax: ItemTax, currency: Currency): TaxLine[] {
  const net = Money.ofMinor(tax.netMinor, currency);
  const reasonWanted = stack.combinedPpm === 0 && stack.treatment !== 'notTaxed';
  return stack.rates.map(({ jurisdiction, ratePpm, rate, treatment, holiday }, k) => {
    const plain: TaxLine = {
      jurisdiction,
      rate,
      ratePpm,
      taxable: tax.taxablesMinor === undefined ? net : Money.ofMinor(tax.taxablesMinor[k] as bigint, currency),
      amount: Money.ofMinor(tax.partsMinor[k] as bigint, currency),
      treatment: treatment ?? stack.treatment,
      taxCollectionResponsibility: stack.responsibility,
    };
    if (holiday === undefined && !reasonWanted && stack.legalMentionKey === undefined) return plain;
    return {
      ...plain,
      ...(holiday === undefined ? {} : { holiday }),
      ...(reasonWanted ? { reason: taxRules[stack.rule] } : {}),
      ...(stack.legalMentionKey === undefined ? {} : { legalMentionKey: stack.legalMentionKey }),
    };
  });
}

function shippingOf(
  method: string,
  items: readonly TaxableItem[],
  taxes: readonly ItemTax[],
  currency: Currency,
): QuoteShipping {
  const sum = (part: (tax: ItemTax) => bigint): Money =>
    Money.ofMinor(
      taxes.reduce((total, tax) => total + part(tax), 0n),
      currency,
    );
  return {
    method,
    amount: sum((tax) => tax.netMinor),
    tax: sum((tax) => tax.taxMinor),
    gross: sum((tax) => tax.grossMinor),
    taxLines: items.flatMap(({ stack }, i) => taxLinesOf(stack, taxes[i] as ItemTax, currency)),
  };
}

/** Value of the goods some tax fell on: an order of untaxed goods owes no delivery fee. */
function taxedMinor(goods: readonly TaxableItem[], taxes: readonly ItemTax[]): bigint {
  return goods.reduce((sum, { stack }, i) => (stack.combinedPpm > 0 ? sum + (taxes[i] as ItemTax).netMinor : sum), 0n);
}

function mergeTaxLines(taxed: readonly { readonly taxLines: readonly TaxLine[] }[]): readonly TaxLine[] {
  const groups = taxed.filter(({ taxLines }) => taxLines.length > 0);
  // The rates that lie on one item are of different jurisdictions.
  if (groups.length < 2) return groups[0]?.taxLines ?? [];
  const merged = new Map<string, TaxLine>();
  for (const { taxLines } of groups)
    for (const line of taxLines) {
      const key = `${line.jurisdiction.code} ${line.ratePpm} ${line.treatment} ${line.taxCollectionResponsibility} ${line.holiday ?? ''}`;
      const same = merged.get(key);
      merged.set(
        key,
        same === undefined
          ? line
          : { ...same, taxable: same.taxable.plus(line.taxable), amount: same.amount.plus(line.amount) },
      );
    }
  return [...merged.values()];
}

function mergeFees(groups: readonly (readonly Fee[])[]): Fee[] {
  const merged = new Map<string, Fee>();
  for (const fees of groups)
    for (const fee of fees) {
      const same = merged.get(fee.id);
      merged.set(fee.id, same === undefined ? fee : { ...same, amount: same.amount.plus(fee.amount) });
    }
  return [...merged.values()];
}

function totalsOf(
  lines: readonly QuoteLine[],
  perOrder: readonly Fee[],
  shipping: QuoteShipping,
  currency: Currency,
): QuoteDraft['totals'] {
  let net = 0n;
  let tax = shipping.tax.minor;
  let fees = 0n;
  for (const line of lines) {
    net += line.net.minor;
    tax += line.tax.minor;
    for (const fee of line.fees) fees += fee.amount.minor;
  }
  for (const fee of perOrder) fees += fee.amount.minor;
  return {
    net: Money.ofMinor(net, currency),
    tax: Money.ofMinor(tax, currency),
    fees: Money.ofMinor(fees, currency),
    shipping: shipping.amount,
    gross: Money.ofMinor(net + tax + fees + shipping.amount.minor, currency),
  };
}

function traceOf(
  { market, shipTo: { country } }: QuoteRequest,
  location: TaxLocation,
  method: string,
  goods: readonly TaxableItem[],
  lines: readonly QuoteLine[],
  taxes: readonly ItemTax[],
  fees: readonly FeeInForce[],
): TraceStep[] {
  const trace: TraceStep[] = [
    {
      step: 'destination',
      facts: {
        country,
        place: location.place,
        precision: location.precision,
        table: location.references.join(', '),
        provider: location.source.provider,
        ...(location.source.insteadOf === undefined
          ? {}
          : { insteadOf: location.source.insteadOf.provider, because: location.source.insteadOf.reason }),
      },
    },
    { step: 'shipping', facts: { method } },
  ];
  lines.forEach(({ offerId, discount, decision }, i) => {
    const { stack, shownMinor } = goods[i] as TaxableItem;
    const tax = taxes[i] as ItemTax;
    if (discount.isPositive())
      trace.push({ step: 'discount', offerId, facts: { discount: discount.toDecimalString() } });
    trace.push({
      step: 'tax',
      offerId,
      facts: {
        rule: decision.rule,
        legalBasis: decision.legalBasis,
        treatment: stack.treatment,
        responsibility: stack.responsibility,
        ratePpm: stack.combinedPpm,
        shownMinor: shownMinor.toString(),
        taxMinor: tax.taxMinor.toString(),
        netMinor: tax.netMinor.toString(),
        taxInside: market.taxInclusive,
        rounding: location.policy,
        mode: market.tax.roundingMode,
        ...(stack.takenOutPpm === undefined ? {} : { takenOutPpm: stack.takenOutPpm }),
        ...(stack.margin === undefined ? {} : { marginRatePpm: stack.margin.ratePpm }),
        ...(stack.holiday === undefined ? {} : { holiday: stack.holiday }),
        ...(stack.relief === undefined
          ? {}
          : { holiday: stack.relief.stack.holiday ?? '', relievedUnitMinor: stack.relief.unitMinor.toString() }),
      },
    });
  });
  for (const { schedule, rule } of fees)
    trace.push({ step: 'fee', facts: { id: schedule.id, rule: rule.kind, display: schedule.display } });
  return trace;
}
