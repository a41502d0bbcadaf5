import { canonicalJson, instantOf, isRejection, Money } from '@reprise/kernel';
import { charmPrice } from './charm-price.js';
import { crossRate } from './convert-money.js';
import type { FxSheet } from './convert-money.js';
import type { MarketTerms } from './market-terms.js';
import { quotePrice } from './quote-price.js';
import type { PriceTables } from './tax-tables.js';
import { workOut } from './worked-example.js';
import type { WorkedExample } from './worked-example.js';

export interface Finding {
  readonly subject: string;
  readonly message: string;
}

/** What a check found: everything that fails it, out of how many. */
export interface CheckedPart {
  readonly severity: 'warn' | 'block';
  readonly findings: readonly Finding[];
  readonly total: number;
}

export type TermsCheck = 'taxRates' | 'feeTables' | 'charmRule' | 'examples' | 'fxFreshness';

/** What finance signed for a market. */
export interface SignedExamples {
  readonly signedBy: string;
  readonly signedOn: string;
  readonly examples: readonly WorkedExample[];
}

/** Everything pricing can be asked of a market's terms before it opens on `date`, without looking at an offer. */
export function checkPricingTerms(
  market: MarketTerms,
  date: string,
  known: {
    readonly tables: PriceTables;
    readonly examples: SignedExamples | undefined;
    readonly fx: FxSheet;
  },
): { readonly [check in TermsCheck]: CheckedPart } {
  return {
    taxRates: checkTaxRates(market, date, known.tables),
    feeTables: {
      severity: 'block',
      total: market.fees.length,
      findings: market.fees
        .filter((id) => !known.tables.fees.has(id))
        .map((id) => ({ subject: `fees[${id}]`, message: `The table ${id} is not stored in this region: apply it.` })),
    },
    charmRule: checkCharm(market),
    examples: checkExamples(market, date, known.examples, known.tables),
    fxFreshness: checkFx(market, known.fx),
  };
}

/** Prices a phone to every place the market delivers to: where no rate is in force on the day, the engine says so as it would to a buyer. */
function checkTaxRates(market: MarketTerms, date: string, tables: PriceTables): CheckedPart {
  const total = market.shipsTo.size;
  const missing = market.tax.tables.filter((id) => !tables.taxes.has(id));
  if (missing.length > 0)
    return {
      severity: 'block',
      total,
      findings: missing.map((id) => ({
        subject: `tax.tables[${id}]`,
        message: `The table ${id} is not stored in this region: apply it.`,
      })),
    };
  const noon = instantOf(`${date}T12:00:00Z`);
  const findings = [...market.shipsTo].flatMap((country) => {
    if (noon === undefined) return [];
    const answer = quotePrice(phoneTo(market, country), tables, noon);
    return isRejection(answer) && answer.code === 'MissingTaxRateForDestination'
      ? [{ subject: country, message: answer.message }]
      : [];
  });
  return { severity: 'block', total, findings };
}

function phoneTo(market: MarketTerms, country: string) {
  return {
    market,
    shipTo: { country },
    lines: [
      {
        ...{ offerId: 'phone', sellerId: 'anybody', variantId: 'phone', category: 'smartphone', quantity: 1 },
        unitPrice: market.priceMax,
        vatScheme: 'REGULAR' as const,
        shipsFrom: market.homeCountry,
      },
    ],
  };
}

/** A rule under which the cheapest or the dearest price there may be leaves the market's own limits proposes what is refused. */
function checkCharm(market: MarketTerms): CheckedPart {
  const { charm, priceMin, priceMax } = market;
  const middle = Money.ofMinor((priceMin.minor + priceMax.minor) / 2n, market.currency);
  const samples = [priceMin, middle, priceMax];
  const findings = samples.flatMap((price) => {
    const charmed = charmPrice(price, charm, { minPrice: priceMin, maxPrice: priceMax });
    const isCharm = charm.endingsMinor.includes(charmed.minor % charm.stepMinor) || price.minor < charm.floorMinor;
    return isCharm
      ? []
      : [
          {
            subject: `charm ${price.toDecimalString()}`,
            message: `${price.toDecimalString()} gets no ending of the rule.`,
          },
        ];
  });
  return { severity: 'warn', total: samples.length, findings };
}

function checkExamples(
  market: MarketTerms,
  date: string,
  signed: SignedExamples | undefined,
  tables: PriceTables,
): CheckedPart {
  if (signed === undefined)
    return {
      severity: 'block',
      total: 1,
      findings: [
        {
          subject: 'examples',
          message: 'There are no worked examples: finance works some out by hand and signs them.',
        },
      ],
    };
  const unsigned = signed.signedBy.trim() === '' || signed.signedOn > date;
  // An engine without the tables of the market cannot work anything out; that is said by the check of the rates.
  const isPriced = market.tax.tables.every((id) => tables.taxes.has(id));
  const failing = signed.examples.flatMap((example) => {
    const outcome = isPriced ? workOut(example, market, tables) : undefined;
    if (canonicalJson(outcome) === canonicalJson(example.expect)) return [];
    const message =
      outcome === undefined
        ? 'It cannot be worked out without the market’s tax tables.'
        : `Signed: ${JSON.stringify(example.expect)}. Worked out: ${JSON.stringify(outcome)}.`;
    return [{ subject: example.claim, message }];
  });
  return {
    severity: 'block',
    total: signed.examples.length,
    findings: [
      ...(unsigned
        ? [{ subject: 'signedOn', message: `They are signed ${signed.signedOn}, after ${date}, or by nobody.` }]
        : []),
      ...failing,
    ],
  };
}

/** A warning only: nothing is converted when somebody pays. */
function checkFx({ currency }: MarketTerms, fx: FxSheet): CheckedPart {
  if (currency === fx.base) return { severity: 'warn', total: 0, findings: [] };
  const rate = crossRate(fx.base, currency, fx);
  return {
    severity: 'warn',
    total: 1,
    findings: isRejection(rate) ? [{ subject: currency, message: rate.message }] : [],
  };
}
