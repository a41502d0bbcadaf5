import type { Money } from '@reprise/kernel';
import type { EInvoice, VatBreakdown, VatCategory } from './e-invoice.js';

/** A rule of EN 16931-1 that an invoice breaks, by its id there. */
export interface BrokenRule {
  readonly rule: string;
  readonly message: string;
}

type Check = (invoice: EInvoice) => readonly BrokenRule[];

/** What of the standard an invoice breaks: all of it, in the order of its rules. Empty: the invoice is a valid one. */
export function brokenRulesOf(invoice: EInvoice): BrokenRule[] {
  return [checkTerms, checkTotals, checkBreakdown, checkCategories].flatMap((check: Check) => check(invoice));
}

function unless(holds: boolean, rule: string, message: string): BrokenRule[] {
  return holds ? [] : [{ rule, message }];
}

function checkTerms({ number, seller, buyer, lines, type, preceding }: EInvoice): BrokenRule[] {
  return [
    ...unless(number !== '', 'BR-02', 'An invoice has a number.'),
    ...unless(seller.name !== '', 'BR-06', 'An invoice names its seller.'),
    ...unless(buyer.name !== '', 'BR-07', 'An invoice names its buyer.'),
    ...unless(lines.length > 0, 'BR-16', 'An invoice has a line.'),
    ...unless(seller.vatId !== undefined, 'BR-CO-26', 'The seller is identified by its VAT number.'),
    ...[seller, buyer].flatMap(({ vatId, country }) =>
      unless(
        vatId === undefined || hasPrefix(vatId),
        'BR-CO-09',
        `The VAT number ${vatId ?? ''} of ${country} begins with the code of a country.`,
      ),
    ),
    // A credit note that corrects nothing is none (Directive 2006/112/EC art. 219).
    ...unless(type === '380' || preceding.length > 0, 'BR-55', 'A credit note names the invoice it corrects.'),
  ];
}

function checkTotals({ lines, vat, net, tax, gross }: EInvoice): BrokenRule[] {
  return [
    ...unless(
      equals(
        sumOf(
          lines.map((line) => line.net),
          net,
        ),
        net,
      ),
      'BR-CO-10',
      'The lines add up to their sum.',
    ),
    ...unless(
      equals(
        sumOf(
          vat.map((each) => each.tax),
          tax,
        ),
        tax,
      ),
      'BR-CO-14',
      'The taxes add up to the tax.',
    ),
    ...unless(equals(net.plus(tax), gross), 'BR-CO-15', 'Net and tax are the total.'),
    ...unless(vat.length > 0, 'BR-CO-18', 'An invoice has a breakdown of VAT.'),
  ];
}

function checkBreakdown({ lines, vat }: EInvoice): BrokenRule[] {
  return vat.flatMap((each) => {
    const { category, percent, taxable, tax } = each;
    const own = lines.filter((line) => line.category === category && line.percent === percent);
    const rule = rulePrefixes[category];
    return [
      ...unless(
        equals(
          sumOf(
            own.map(({ net }) => net),
            taxable,
          ),
          taxable,
        ),
        `${rule}-08`,
        `What is taxed at ${percent} % is what its lines come to.`,
      ),
      ...unless(isTaxOf(each), 'BR-CO-17', `${tax} is ${percent} % of ${taxable}.`),
    ];
  });
}

function checkCategories({ vat, seller, buyer, deliveredTo }: EInvoice): BrokenRule[] {
  return vat.flatMap(({ category, percent, tax, reason, reasonCode }) => {
    const rule = rulePrefixes[category];
    const isTaxed = category === 'S';
    const needsReason = !isTaxed && category !== 'Z';
    const needsBuyer = buyerOwes.includes(category);
    return [
      ...unless(category === 'O' || seller.vatId !== undefined, `${rule}-02`, 'The seller has a VAT number.'),
      ...unless(!needsBuyer || buyer.vatId !== undefined, `${rule}-02`, 'The buyer has a VAT number.'),
      ...unless(isTaxed === Number(percent) > 0, `${rule}-05`, `The rate ${percent} % is one of category ${category}.`),
      ...unless(isTaxed || tax.isZero(), `${rule}-09`, `No tax falls under category ${category}.`),
      ...unless(!needsReason || (reason ?? reasonCode) !== undefined, `${rule}-10`, 'It says why no tax is due.'),
      ...unless(
        category !== 'O' || vat.length === 1,
        'BR-O-11',
        'What is outside VAT stands on an invoice of its own.',
      ),
      ...unless(category !== 'K' || deliveredTo !== seller.country, 'BR-IC-12', 'It is delivered to another state.'),
    ];
  });
}

/** Who accounts for the tax is the buyer, who must therefore be known to its state. */
const buyerOwes: readonly VatCategory[] = ['AE', 'K'];

const rulePrefixes: { readonly [category in VatCategory]: string } = {
  S: 'BR-S',
  Z: 'BR-Z',
  E: 'BR-E',
  AE: 'BR-AE',
  K: 'BR-IC',
  G: 'BR-G',
  O: 'BR-O',
};

/** Greece is `EL` there, Northern Ireland `XI`. */
function hasPrefix(vatId: string): boolean {
  return /^[A-Z]{2}[A-Z0-9+*]{2,}$/.test(vatId.replaceAll(' ', ''));
}

/**
 * Within one unit of the currency, as the standard's own rule has it: taxes are taken out of prices line by line or document by document, and
 * each way rounds on its own.
 */
function isTaxOf({ percent, taxable, tax }: VatBreakdown): boolean {
  const [whole = '0', decimals = ''] = percent.split('.');
  const ppm = BigInt(whole + decimals.padEnd(4, '0'));
  const differenceMicro = taxable.minor * ppm - tax.minor * 1_000_000n;
  const oneUnitMicro = 100_000_000n;
  return (differenceMicro < 0n ? -differenceMicro : differenceMicro) < oneUnitMicro;
}

function sumOf(amounts: readonly Money[], like: Money): Money {
  return amounts.reduce((sum, each) => sum.plus(each), like.minus(like));
}

function equals(a: Money, b: Money): boolean {
  return a.equals(b);
}
