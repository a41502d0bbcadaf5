import { Money, mustBeCurrency } from '@reprise/kernel';
import type { DatedRow, InForce, Rate } from './effective-rates.js';
import { compileRates, compileRows } from './effective-rates.js';
import type { PostalIndex } from './postal-codes.js';
import { compilePostalIndex, normalizePostalCode } from './postal-codes.js';
import type { Jurisdiction } from './quote.js';

type RateSource = DatedRow & { readonly ratePpm: number };

type ReverseChargeSource = DatedRow & {
  readonly categories: readonly string[];
  readonly minTaxable: string;
  readonly currency: string;
};

/** Standard VAT rates of the member states and the places where they do not hold; the contracts' `EuVatTable` has this shape. */
export interface EuVatTableSource {
  readonly id: string;
  readonly regime: 'eu-vat';
  readonly version: string;
  readonly countries: readonly {
    readonly country: string;
    readonly name: string;
    readonly vatIdPrefix: string;
    readonly timeZone: string;
    readonly standard: readonly RateSource[];
    readonly addressedAs?: { readonly country: string; readonly postalCodes: readonly string[] } | undefined;
    readonly domesticReverseCharge?: readonly ReverseChargeSource[] | undefined;
  }[];
  readonly territories: readonly {
    readonly id: string;
    readonly name: string;
    readonly country: string;
    readonly isoCodes?: readonly string[] | undefined;
    readonly postalCodes?: readonly string[] | undefined;
    readonly sharedPostalCodes?:
      { readonly postalCodes: readonly string[]; readonly cities: readonly string[] } | undefined;
    readonly status: 'outside' | 'sameRate' | 'ownRate';
    readonly standard?: readonly RateSource[] | undefined;
  }[];
}

/** A place with one VAT: a member state, or a part of one that is treated otherwise. */
export interface VatPlace {
  readonly jurisdiction: Jurisdiction;
  readonly rates: readonly InForce<Rate>[];
  /** False where a delivery is an export. */
  readonly insideVatArea: boolean;
  /** The member state it belongs to, itself for a state. */
  readonly memberState: string;
  readonly isTerritory: boolean;
}

/** From how much the buyer, a business at home, owes the tax instead of the seller (art. 199a). */
export interface ReverseCharge {
  readonly categories: ReadonlySet<string>;
  /** What one seller supplies of these goods at once, without tax. */
  readonly minTaxable: Money;
}

export interface MemberState {
  readonly place: VatPlace;
  readonly vatIdPrefix: string;
  readonly domesticReverseCharge: readonly InForce<ReverseCharge>[];
  readonly territoryOf: (address: PostalAddress) => VatPlace | undefined;
}

export interface PostalAddress {
  readonly city?: string | undefined;
  readonly postalCode?: string | undefined;
}

export interface EuVatTable {
  readonly regime: 'eu-vat';
  readonly reference: string;
  readonly states: ReadonlyMap<string, MemberState>;
  /** Places with an ISO code of their own: `MC`, `RE`. */
  readonly placesByIsoCode: ReadonlyMap<string, VatPlace>;
  /** Parts of other countries that have the Union's VAT: Northern Ireland, by its postal codes in `GB`. */
  readonly partsOf: ReadonlyMap<string, PostalIndex<MemberState>>;
  readonly stateByVatIdPrefix: ReadonlyMap<string, string>;
}

export function compileEuVatTable(source: EuVatTableSource): EuVatTable {
  const states = new Map<string, MemberState>();
  const placesByIsoCode = new Map<string, VatPlace>();
  for (const row of source.countries) {
    const place: VatPlace = {
      jurisdiction: { country: row.country, code: row.country, name: row.name },
      rates: compileRates(row.standard, row.timeZone),
      insideVatArea: true,
      memberState: row.country,
      isTerritory: false,
    };
    const territories = source.territories
      .filter((territory) => territory.country === row.country)
      .map((territory) => ({ territory, value: territoryPlace(territory, place, row.timeZone) }));
    states.set(row.country, {
      place,
      vatIdPrefix: row.vatIdPrefix,
      domesticReverseCharge: compileRows(row.domesticReverseCharge ?? [], row.timeZone, reverseChargeOf),
      territoryOf: territoryIndex(territories),
    });
    for (const { territory, value } of territories)
      for (const isoCode of territory.isoCodes ?? []) placesByIsoCode.set(isoCode, value);
  }
  return {
    regime: 'eu-vat',
    reference: `${source.id}@${source.version}`,
    states,
    placesByIsoCode,
    partsOf: partsOfOtherCountries(source, states),
    stateByVatIdPrefix: new Map(source.countries.map((row) => [row.vatIdPrefix, row.country])),
  };
}

/** The place an address lies in, or undefined where the table knows no VAT of that country. */
export function placeOf(table: EuVatTable, country: string, address: PostalAddress): VatPlace | undefined {
  const own = table.placesByIsoCode.get(country);
  if (own !== undefined) return own;
  const state =
    table.states.get(country) ?? table.partsOf.get(country)?.(normalizePostalCode(address.postalCode ?? ''));
  return state?.territoryOf(address) ?? state?.place;
}

function territoryPlace(
  territory: EuVatTableSource['territories'][number],
  state: VatPlace,
  timeZone: string,
): VatPlace {
  const insideVatArea = territory.status !== 'outside';
  // Monaco and mainland France are one jurisdiction for VAT, so they share a tax line; Madeira is a line of its own.
  const jurisdiction =
    territory.status === 'sameRate'
      ? state.jurisdiction
      : { country: state.memberState, code: territory.id, name: territory.name };
  return {
    jurisdiction,
    rates: territory.standard === undefined ? state.rates : compileRates(territory.standard, timeZone),
    insideVatArea,
    memberState: state.memberState,
    isTerritory: true,
  };
}

/** By postal code alone, or by postal code and city where a code is shared with places that are not in the territory. */
function territoryIndex(
  territories: readonly {
    readonly territory: EuVatTableSource['territories'][number];
    readonly value: VatPlace;
  }[],
): MemberState['territoryOf'] {
  const byCode = compilePostalIndex(
    territories.map(({ territory, value }) => ({ patterns: territory.postalCodes ?? [], value })),
  );
  const shared = territories.flatMap(({ territory: { sharedPostalCodes }, value }) => {
    if (sharedPostalCodes === undefined) return [];
    const { postalCodes, cities } = sharedPostalCodes;
    return [{ holds: compilePostalIndex([{ patterns: postalCodes, value }]), cities: new Set(cities.map(plainName)) }];
  });
  return ({ city, postalCode }) => {
    if (postalCode === undefined) return undefined;
    const code = normalizePostalCode(postalCode);
    const named = city === undefined ? undefined : shared.find(({ cities }) => cities.has(plainName(city)));
    return named?.holds(code) ?? byCode(code);
  };
}

function partsOfOtherCountries(
  source: EuVatTableSource,
  states: ReadonlyMap<string, MemberState>,
): ReadonlyMap<string, PostalIndex<MemberState>> {
  return new Map(
    source.countries.flatMap(({ country, addressedAs }) => {
      const state = states.get(country);
      if (addressedAs === undefined || state === undefined) return [];
      return [[addressedAs.country, compilePostalIndex([{ patterns: addressedAs.postalCodes, value: state }])]];
    }),
  );
}

function reverseChargeOf({ categories, minTaxable, currency }: ReverseChargeSource): ReverseCharge {
  return { categories: new Set(categories), minTaxable: Money.of(minTaxable, mustBeCurrency(currency)) };
}

/** As people write a town, to letters that can be compared: no case, accents, marks, or province in brackets. */
function plainName(name: string): string {
  return name
    .replace(/\(.*$/, '')
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
}
