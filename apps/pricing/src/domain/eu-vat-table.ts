import { compilePostalIndex, Money, mustBeCurrency, normalizePostalCode, plainPlaceName } from '@reprise/kernel';
import type { PostalIndex } from '@reprise/kernel';
import type { DatedRow, InForce, Rate } from './effective-rates.js';
import { compileRates, compileRows } from './effective-rates.js';
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
  readonly territories: readonly Territory[];
}

/** A part of a member state, and the addresses that lie in it. */
interface Territory extends PostalArea {
  readonly place: VatPlace;
}

/** Addresses by patterns of postal codes; with cities, only those of the codes that are in one of them, or in none of them. */
export interface PostalArea {
  readonly postalCodes: readonly string[];
  readonly cities?: readonly string[];
  readonly exceptCities?: readonly string[];
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
      territories: territories.flatMap(({ territory, value }) => areasOf(territory, value)),
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

/**
 * Where else in the country an address may turn out to lie, once it says what it leaves open: each area has a VAT other than the one the
 * address as it stands has. Empty when the address says enough.
 */
export function areasLeftOpen(table: EuVatTable, country: string, address: PostalAddress): PostalArea[] {
  const state = table.placesByIsoCode.has(country) ? undefined : table.states.get(country);
  const assumed = placeOf(table, country, address);
  if (state === undefined || assumed === undefined) return [];
  const { postalCode } = address;
  return state.territories
    .filter(({ postalCodes, cities }) => {
      if (postalCode === undefined) return true;
      return cities !== undefined && isWithin(postalCodes, postalCode);
    })
    .flatMap(({ place, postalCodes, cities }): PostalArea[] => {
      if (place.jurisdiction.code !== assumed.jurisdiction.code)
        return [{ postalCodes, ...(cities === undefined ? {} : { cities }) }];
      return cities === undefined ? [] : [{ postalCodes, exceptCities: cities }];
    });
}

function isWithin(patterns: readonly string[], postalCode: string): boolean {
  return compilePostalIndex([{ patterns, value: true }])(normalizePostalCode(postalCode)) === true;
}

function areasOf(
  { postalCodes, sharedPostalCodes }: EuVatTableSource['territories'][number],
  place: VatPlace,
): Territory[] {
  return [
    ...(postalCodes === undefined ? [] : [{ place, postalCodes }]),
    ...(sharedPostalCodes === undefined ? [] : [{ place, ...sharedPostalCodes }]),
  ];
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
    return [
      { holds: compilePostalIndex([{ patterns: postalCodes, value }]), cities: new Set(cities.map(plainPlaceName)) },
    ];
  });
  return ({ city, postalCode }) => {
    if (postalCode === undefined) return undefined;
    const code = normalizePostalCode(postalCode);
    const named = city === undefined ? undefined : shared.find(({ cities }) => cities.has(plainPlaceName(city)));
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
