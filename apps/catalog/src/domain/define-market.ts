import type { Outcome } from '@reprise/kernel';
import type { Market, MarketRejection, MarketTerms } from './market.js';
import { canonicalJson, reject } from '@reprise/kernel';

/**
 * The market with this definition: a draft when it is new, itself when nothing changed, else one version further.
 * `others` are the markets it shares the world with: a country has one market.
 */
export function defineMarket<D extends MarketTerms>(
  code: string,
  definition: D,
  known: Market<D> | undefined,
  others: readonly Market<D>[],
): Outcome<Market<D>, MarketRejection> {
  if (definition.code !== code)
    return reject('catalog.market_code_differs', `The definition is of ${definition.code}, the address of ${code}.`, {
      field: 'code',
    });
  const taken = firstTakenCountry(definition, others);
  if (taken !== undefined) return taken;
  if (known === undefined) return { code, version: 1, status: 'draft', definition };
  if (known.status === 'retired')
    return reject('catalog.market_retired', `${code} is retired; define a market under another code.`, {
      field: 'code',
    });
  return changedFixedField(known, definition) ?? redefined(known, definition);
}

function redefined<D extends MarketTerms>(known: Market<D>, definition: D): Market<D> {
  const isSame = canonicalJson(known.definition) === canonicalJson(definition);
  return isSame ? known : { ...known, definition, version: known.version + 1 };
}

/** Orders, prices and reports of a market name its region and its currency: neither changes once anybody could have bought there. */
function changedFixedField(known: Market, definition: MarketTerms): MarketRejection | undefined {
  if (known.status === 'draft' || known.status === 'preview') return undefined;
  for (const field of ['region', 'currency'] as const)
    if (known.definition[field] !== definition[field])
      return reject(
        'catalog.market_field_fixed',
        `${known.code} has been live with the ${field} ${known.definition[field]}; that stays. Define a new market instead.`,
        { field },
      );
  return undefined;
}

function firstTakenCountry(definition: MarketTerms, others: readonly Market[]): MarketRejection | undefined {
  for (const other of others) {
    if (other.code === definition.code || other.status === 'retired') continue;
    const at = definition.countries.findIndex((country) => other.definition.countries.includes(country));
    if (at >= 0)
      return reject(
        'catalog.country_has_market',
        `${definition.countries[at]} is served by the market ${other.code}.`,
        {
          field: `countries[${at}]`,
          details: { market: other.code },
        },
      );
  }
  return undefined;
}
