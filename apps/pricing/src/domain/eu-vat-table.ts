import type { DatedRow, InForce, Rate } from './effective-rates.js';
import { compileRates } from './effective-rates.js';
import type { PostalIndex } from './postal-codes.js';
import { compilePostalIndex } from './postal-codes.js';
import type { Jurisdiction } from './quote.js';

type RateSource = DatedRow & { readonly ratePpm: number };

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
  }[];
  readonly territories: readonly {
    readonly id: string;
    readonly name: string;
    readonly country: string;
    readonly isoCodes?: readonly string[] | undefined;
    readonly postalCodes?: readonly string[] | undefined;
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

export interface MemberState {
  readonly place: VatPlace;
  readonly vatIdPrefix: string;
  readonly territoryOf: PostalIndex<VatPlace>;
}

export interface EuVatTable {
  readonly regime: 'eu-vat';
  readonly reference: string;
  readonly states: ReadonlyMap<string, MemberState>;
  /** Places with an ISO code of their own: `MC`, `RE`. */
  readonly placesByIsoCode: ReadonlyMap<string, VatPlace>;
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
      territoryOf: compilePostalIndex(
        territories.map(({ territory, value }) => ({ patterns: territory.postalCodes ?? [], value })),
      ),
    });
    for (const { territory, value } of territories)
      for (const isoCode of territory.isoCodes ?? []) placesByIsoCode.set(isoCode, value);
  }
  return {
    regime: 'eu-vat',
    reference: `${source.id}@${source.version}`,
    states,
    placesByIsoCode,
    stateByVatIdPrefix: new Map(source.countries.map((row) => [row.vatIdPrefix, row.country])),
  };
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
