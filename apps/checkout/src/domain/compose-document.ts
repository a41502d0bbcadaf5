import type { LocalDay, MoneyJson } from '@reprise/kernel';
import { invariant, localDayAt, Money, mustBeCurrency } from '@reprise/kernel';
import type { Instant } from '@reprise/kernel';
import type {
  CorrectedDocument,
  DocumentContent,
  DocumentFee,
  DocumentLine,
  DocumentMatter,
  DocumentTax,
  Issuer,
  LocaleWords,
} from './document.js';
import { platformId } from './document.js';
import { feesMinor, taxMinor, totalMinor } from './money-parts.js';
import type { MoneyParts } from './money-parts.js';
import type { OrderRecord } from './order-record.js';
import type { Order, OrderLine } from './order.js';
import type { PlannedDocument, PlannedLine } from './plan-documents.js';

/** The moments a document tells of. */
export interface DocumentMoments {
  readonly issuedAt: Instant;
  readonly suppliedAt?: Instant;
  readonly corrects: readonly CorrectedDocument[];
  readonly text?: readonly string[];
}

/** Writes out what a document says: every amount as planned, every word in the buyer's language. */
export function composeDocument(
  planned: PlannedDocument,
  { order }: OrderRecord,
  matter: DocumentMatter,
  { issuedAt, suppliedAt, corrects, text }: DocumentMoments,
): DocumentContent {
  const { terms, locale, customer } = matter;
  const words = wordsOf(matter);
  const day = (at: Instant): LocalDay => localDayAt(at, terms.timeZone);
  const lines = planned.lines.map((line) => composeLine(line, order, matter, words));
  const currency = order.totals.gross.currency;
  return {
    kind: planned.kind,
    orderId: order.id,
    market: order.market,
    regime: terms.regime,
    ...{ locale, currency },
    issuedOn: day(issuedAt),
    orderedOn: day(order.placedAt),
    ...(suppliedAt !== undefined && { suppliedOn: day(suppliedAt) }),
    marketVersion: terms.marketVersion,
    issuer: issuerIn(matter, planned.issuerId),
    platform: terms.platform.name,
    buyer: buyerOf(order, customer),
    paymentMethod: order.paymentMethod,
    ...(corrects.length > 0 && { corrects }),
    lines,
    taxLines: sumTaxes(lines),
    fees: sumFees(lines),
    totals: totalsOf(planned.lines, currency),
    mentions: [...new Set(lines.flatMap((line) => line.taxLines).flatMap(({ legalMention }) => legalMention ?? []))],
    ...(text !== undefined && { text }),
  };
}

export function wordsOf({ terms, locale }: Pick<DocumentMatter, 'terms' | 'locale'>): LocaleWords {
  const words = terms.wording[locale] ?? terms.wording[terms.defaultLocale];
  invariant(words, `documents are worded in ${locale}`);
  return words;
}

function composeLine(
  { lineId, quantity, reduction = false, parts, units }: PlannedLine,
  order: Order,
  matter: DocumentMatter,
  words: LocaleWords,
): DocumentLine {
  const money = (minor: bigint): MoneyJson => Money.ofMinor(minor, order.totals.gross.currency).toJSON();
  const amounts = {
    net: money(parts.netMinor),
    tax: money(taxMinor(parts)),
    gross: money(parts.netMinor + taxMinor(parts)),
  };
  const line = order.lines.find(({ id }) => id === lineId);
  if (!line) {
    const { name = words.documents.labels['delivery'] ?? '', taxLines = [] } = (order.shown['shipping'] ??
      {}) as ShownLine & { name?: string };
    const [onceAnOrder = 0n] = parts.feeMinors;
    const fee = { id: 'order', name: words.documents.labels['fees'] ?? '', amount: money(onceAnOrder) };
    return {
      ...{ description: name, quantity: 1, ...amounts },
      taxLines: taxesOf(taxLines, parts, money, matter, words),
      fees: onceAnOrder === 0n ? [] : [...feesOnceAnOrder(order, onceAnOrder, fee)],
    };
  }
  const shown = line.shown as ShownLine;
  const isWhole = quantity === line.quantity && !reduction;
  return {
    lineId: line.id,
    ...{ offerId: line.offerId, sellerId: line.sellerId },
    description: titleOf(line, matter),
    ...(shown.grade !== undefined && { grade: shown.grade }),
    ...(shown.vatScheme !== undefined && { vatScheme: shown.vatScheme }),
    quantity,
    ...(!reduction && shown.unitPrice !== undefined && { unitPrice: shown.unitPrice }),
    ...(reduction && { reduction }),
    ...(isWhole && shown.discount !== undefined && { discount: shown.discount }),
    ...amounts,
    taxLines: taxesOf(shown.taxLines ?? [], parts, money, matter, words),
    fees: (shown.fees ?? []).map((fee, i) => ({ ...fee, amount: money(parts.feeMinors[i] ?? 0n) })),
    ...(!reduction && (shown.includedLevies ?? []).length > 0 && { includedLevies: leviesOf(shown, quantity, line) }),
    ...(units !== undefined && { units }),
    ...(shown.taxDecision !== undefined && {
      taxRule: {
        rule: shown.taxDecision.rule,
        legalBasis: shown.taxDecision.legalBasis,
        tables: shown.taxDecision.tables,
      },
    }),
  };
}

/** What pricing signed of a line, or of delivery; its schema was checked when the quote's token was. */
interface ShownLine {
  readonly grade?: string;
  readonly vatScheme?: 'REGULAR' | 'MARGINAL';
  readonly unitPrice?: MoneyJson;
  readonly discount?: MoneyJson;
  readonly taxLines?: readonly DocumentTax[];
  readonly fees?: readonly DocumentFee[];
  readonly includedLevies?: readonly { readonly name: string; readonly amountInclTax: MoneyJson }[];
  readonly taxDecision?: { readonly rule: string; readonly legalBasis: string; readonly tables: readonly string[] };
}

function taxesOf(
  taxes: readonly DocumentTax[],
  parts: MoneyParts,
  money: (minor: bigint) => MoneyJson,
  matter: DocumentMatter,
  words: LocaleWords,
): DocumentTax[] {
  return taxes.map(({ legalMention, ...tax }, i) => ({
    ...tax,
    taxable: money(parts.taxes[i]?.taxableMinor ?? 0n),
    amount: money(parts.taxes[i]?.amountMinor ?? 0n),
    ...(legalMention !== undefined && { legalMention: inLanguage(legalMention, matter, words) }),
  }));
}

/** A mention as the quote put it, in the language of the document: found by its text among the words of the market. */
function inLanguage(mention: string, { terms }: DocumentMatter, words: LocaleWords): string {
  for (const { legal } of Object.values(terms.wording)) {
    const key = Object.keys(legal).find((each) => legal[each] === mention);
    if (key !== undefined) return words.legal[key] ?? mention;
  }
  return mention;
}

/** Fees owed once an order stand by their names while they are whole; a part of them is told of as one. */
function feesOnceAnOrder(order: Order, minor: bigint, rest: DocumentFee): readonly DocumentFee[] {
  const onLines = new Set(order.lines.flatMap(({ shown }) => ((shown as ShownLine).fees ?? []).map(({ id }) => id)));
  const own = ((order.shown['fees'] ?? []) as readonly DocumentFee[]).filter(({ id }) => !onLines.has(id));
  const sum = own.reduce((total, { amount }) => total + Money.fromJson(amount).minor, 0n);
  return sum === minor ? own : [rest];
}

function leviesOf({ includedLevies = [] }: ShownLine, quantity: number, line: OrderLine) {
  return includedLevies.map(({ name, amountInclTax }) => ({
    name,
    // Levies of a line are those of all its pieces alike.
    amount: Money.ofMinor(
      (Money.fromJson(amountInclTax).minor * BigInt(quantity)) / BigInt(line.quantity),
      line.gross.currency,
    ).toJSON(),
  }));
}

function titleOf({ variantId, shown }: OrderLine, { titles, locale, terms }: DocumentMatter): string {
  const title = titles.get(variantId);
  const name = title?.[locale] ?? title?.[locale.split('-', 1)[0] ?? ''] ?? title?.['en'] ?? variantId;
  const grade = wordsOf({ terms, locale }).grades[(shown as ShownLine).grade ?? ''];
  return grade === undefined ? name : `${name} · ${grade}`;
}

function issuerIn({ terms, sellers }: DocumentMatter, issuerId: Issuer['id']): Issuer {
  if (issuerId === platformId) return { id: platformId, ...terms.platform };
  const seller = sellers.get(issuerId);
  invariant(seller, `seller ${issuerId} is known`);
  return seller;
}

function buyerOf(order: Order, { name, address }: DocumentMatter['customer']): DocumentContent['buyer'] {
  const at = address as Readonly<Record<string, string | undefined>>;
  const town = [at['postalCode'], at['city'], at['region']].filter((each) => each !== undefined).join(' ');
  const buyer = order.shown['buyer'] as { vatId?: string; vatIdStatus?: string } | undefined;
  return {
    name,
    address: [at['name'], at['line1'], at['line2'], town].filter(
      (each): each is string => each !== undefined && each !== '' && each !== name,
    ),
    country: order.shipCountry,
    ...(buyer?.vatId !== undefined && buyer.vatIdStatus === 'valid' && { taxNumber: buyer.vatId }),
  };
}

function totalsOf(lines: readonly PlannedLine[], currency: string): DocumentContent['totals'] {
  const money = (minor: bigint): MoneyJson => Money.ofMinor(minor, mustBeCurrency(currency)).toJSON();
  const sum = (of: (parts: MoneyParts) => bigint, only: readonly PlannedLine[] = lines): bigint =>
    only.reduce((total, { parts }) => total + of(parts), 0n);
  const delivery = lines.filter(({ lineId }) => lineId === undefined);
  const shipping = sum(({ netMinor }) => netMinor, delivery);
  return {
    net: money(sum(({ netMinor }) => netMinor) - shipping),
    tax: money(sum(taxMinor)),
    fees: money(sum(feesMinor)),
    shipping: money(shipping),
    gross: money(sum(totalMinor)),
  };
}

/** One entry for each jurisdiction, rate, treatment and debtor, in the order they first appear. */
function sumTaxes(lines: readonly DocumentLine[]): DocumentTax[] {
  const sums = new Map<string, DocumentTax>();
  for (const tax of lines.flatMap(({ taxLines }) => taxLines)) {
    const { jurisdiction, rate, treatment, taxCollectionResponsibility, legalMention } = tax;
    const key = [jurisdiction.code, rate, treatment, taxCollectionResponsibility, legalMention].join(' ');
    const before = sums.get(key);
    sums.set(
      key,
      before ? { ...before, taxable: add(before.taxable, tax.taxable), amount: add(before.amount, tax.amount) } : tax,
    );
  }
  return [...sums.values()];
}

function sumFees(lines: readonly DocumentLine[]): DocumentFee[] {
  const sums = new Map<string, DocumentFee>();
  for (const fee of lines.flatMap(({ fees }) => fees)) {
    const before = sums.get(fee.id);
    sums.set(fee.id, before ? { ...before, amount: add(before.amount, fee.amount) } : fee);
  }
  return [...sums.values()].filter(({ amount }) => !Money.fromJson(amount).isZero());
}

function add(a: MoneyJson, b: MoneyJson): MoneyJson {
  return Money.fromJson(a).plus(Money.fromJson(b)).toJSON();
}
