import { z } from 'zod';
import { countryCodeSchema } from '../vocabulary.js';
import {
  amountSchema,
  dataFlagSchema,
  inOrderOfTime,
  localDaySchema,
  sourcesSchema,
  timeZoneSchema,
} from './effective-dates.js';
import type { Report } from './file-rules.js';
import { amountFits, currencyCodeSchema, fileRules, unique } from './file-rules.js';

/** Below 0.01 % no tax is raised: whoever writes 20 means percent. */
const leastRatePpm = 100;

/** Parts per million: 6.875 % is 68 750. Above 50 % and below 0.01 % is a slip of the pen, so it is refused. */
export const ratePpmSchema = z
  .int({
    error: ({ input }) =>
      input === undefined ? undefined : `a rate is a whole number of parts per million${inPpm(input)}`,
  })
  .min(0, 'a rate is not below zero')
  .max(500_000, {
    error: ({ input }) =>
      `a rate above 50 % (500 000 ppm) is refused as a slip of the pen${inPpm(Number(input) / 10_000)}`,
  })
  .refine((ppm) => ppm <= 0 || ppm >= leastRatePpm, {
    error: ({ input }) => `a rate below 0.01 % (100 ppm) is refused as a slip of the pen${inPpm(input)}`,
  });

/** What the writer may have meant: `0.2`, `20` and `'20 %'` are 20 %, so 200000. */
function inPpm(input: unknown): string {
  const match = /^(\d+(?:\.\d+)?) ?(%)?$/.exec(String(input).trim());
  if (match === null) return ': 200000 is 20 %';
  const value = Number(match[1]);
  const percent = match[2] === undefined && value < 1 ? value * 100 : value;
  if (percent > 50) return ': 200000 is 20 %';
  return `: write ${Math.round(percent * 10_000)} for ${percent} %`;
}

const rateRowSchema = z.strictObject({
  ratePpm: ratePpmSchema,
  validFrom: localDaySchema,
  validTo: localDaySchema.optional(),
  /** Key of the file's `sources`. */
  source: z.string(),
  flags: z.array(dataFlagSchema).optional(),
});

const rateRowsSchema = z
  .array(rateRowSchema)
  .min(1)
  .check(inOrderOfTime({ gaps: false }));

/** A postal code (`98000`), all that begin alike (`35*`), or a range of equal length (`9000-9499`, which also covers what follows these digits). */
const postalCodePatternSchema = z
  .string()
  .regex(/^([0-9A-Z]+\*?|\d+-\d+)$/, 'a postal code "98000", a prefix "35*" or a range "9000-9499"')
  .refine((pattern) => {
    const [from = '', to] = pattern.split('-');
    return to === undefined || (from.length === to.length && from <= to);
  }, 'both ends of a range have the same length, the lower first');

/** Where a business at home owes the tax on certain goods itself (Directive 2006/112/EC art. 199a), from how much of them at once. */
const reverseChargeSchema = z.strictObject({
  categories: z.array(z.string()).min(1),
  /** What one seller supplies of these goods in one sale, without tax. */
  minTaxable: z.string().regex(/^\d{1,9}(\.\d{1,4})?$/, 'a quoted decimal amount such as "5000.00"'),
  currency: currencyCodeSchema,
  validFrom: localDaySchema,
  validTo: localDaySchema.optional(),
  source: z.string(),
  flags: z.array(dataFlagSchema).optional(),
});

const territorySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Member state the place belongs to, or whose VAT it has. */
  country: countryCodeSchema,
  /** ISO country codes that mean this place (`RE`, `MC`), where it has one. */
  isoCodes: z.array(countryCodeSchema).optional(),
  postalCodes: z.array(postalCodePatternSchema).optional(),
  /** Postal codes it shares with places that are not in it: they count together with the name of the town. */
  sharedPostalCodes: z
    .strictObject({ postalCodes: z.array(postalCodePatternSchema).min(1), cities: z.array(z.string()).min(1) })
    .optional(),
  /** `outside`: not in the VAT area, so a delivery there is an export. `sameRate`: as the member state. `ownRate`: see `standard`. */
  status: z.enum(['outside', 'sameRate', 'ownRate']),
  standard: rateRowsSchema.optional(),
  source: z.string(),
  flags: z.array(dataFlagSchema).optional(),
});

/** VAT of the European Union: the standard rates of every member state with their history, and the places where they do not hold. */
export const euVatTableSchema = z
  .strictObject({
    id: z.string(),
    regime: z.literal('eu-vat'),
    version: z.string(),
    sources: sourcesSchema,
    countries: z
      .array(
        z.strictObject({
          country: countryCodeSchema,
          name: z.string(),
          /** Prefix of VAT numbers, where it is not the country code (Greece: EL). */
          vatIdPrefix: z.string().length(2),
          timeZone: timeZoneSchema,
          standard: rateRowsSchema,
          /** For a part of another country that has the Union's VAT: how addresses write it (Northern Ireland: `GB`, `BT*`). */
          addressedAs: z
            .strictObject({ country: countryCodeSchema, postalCodes: z.array(postalCodePatternSchema).min(1) })
            .optional(),
          domesticReverseCharge: z
            .array(reverseChargeSchema)
            .check(inOrderOfTime({ gaps: true }))
            .optional(),
        }),
      )
      .min(1),
    territories: z.array(territorySchema),
  })
  .check(
    fileRules([
      unique('countries', ({ countries }) => countries.map((row) => row.country)),
      unique('territories', ({ territories }) => territories.map((row) => row.id)),
      {
        reads: ['countries'],
        check: ({ countries }, report) =>
          countries.forEach((row, i) =>
            row.domesticReverseCharge?.forEach(({ minTaxable, currency }, j) =>
              amountFits(report, currency, minTaxable, ['countries', i, 'domesticReverseCharge', j, 'minTaxable']),
            ),
          ),
      },
      {
        reads: ['territories'],
        check: ({ territories }, report) => territories.forEach((row, i) => checkTerritory(row, i, report)),
      },
      {
        reads: ['countries', 'territories'],
        check: ({ countries, territories }, report) => {
          const known = new Set(countries.map((row) => row.country));
          territories.forEach((row, i) => {
            if (!known.has(row.country))
              report(['territories', i, 'country'], `${row.country} is not in countries: add it there`);
          });
        },
      },
      { reads: ['sources'], check: (table, report) => sourcesExist(report, table, table.sources) },
    ]),
  );

function checkTerritory(row: z.infer<typeof territorySchema>, i: number, report: Report): void {
  if ((row.status === 'ownRate') !== (row.standard !== undefined))
    report(['territories', i, 'standard'], 'a territory has rates of its own exactly when its status is ownRate');
  if (row.isoCodes === undefined && row.postalCodes === undefined && row.sharedPostalCodes === undefined)
    report(['territories', i], 'say which postalCodes or isoCodes the territory has');
}

const stateSchema = z.strictObject({
  /** Postal abbreviation, `CA`. */
  state: z.string().regex(/^[A-Z]{2}$/),
  name: z.string(),
  /** Numeric code of the state (ANSI INCITS 38), by which official rate files name it. */
  fips: z.string().regex(/^\d{2}$/),
  timeZone: timeZoneSchema,
  /** Zones of the state's postal codes, so that an address can be caught contradicting itself. */
  zips: z.array(postalCodePatternSchema).min(1),
  rates: rateRowsSchema,
  /** Per item or per invoice: the seller's election, one per state (SST agreement § 324). */
  rounding: z.enum(['perLine', 'perDocument']),
  /** Whether delivery charged to the buyer is taxed with the goods. */
  shippingTaxable: z.boolean(),
  shippingSource: z.string(),
});

/** Minutes of a clock on a wall of the state, `2026-08-01T00:00`. */
const localTimeSchema = z.iso.datetime({ local: true, precision: -1 });

/**
 * Days on which a state does not tax some goods. `allOrNothing`: a unit that costs the cap or less is exempt, one that costs more is taxed
 * in full. `firstNExempt`: of every unit the cap is exempt and what is above it taxed. Without a cap all of it is exempt.
 */
const taxHolidaySchema = z
  .strictObject({
    id: z.string().regex(/^[A-Z]{2}-\d{4}-[a-z0-9-]+$/, 'state, year and name: "AL-2026-back-to-school"'),
    name: z.string(),
    state: z.string().regex(/^[A-Z]{2}$/),
    /** In the state's own time. */
    startsAt: localTimeSchema,
    /** Exclusive. */
    endsAt: localTimeSchema,
    categories: z.array(z.string()).min(1),
    /** Price of one unit, in the currency of the state's country. */
    cap: amountSchema.optional(),
    capKind: z.enum(['allOrNothing', 'firstNExempt']).optional(),
    /** What the local taxes do: `joined` follow the state, `optedOut` go on. */
    localTaxes: z.enum(['joined', 'optedOut']),
    /** Codes of local jurisdictions that do the other thing. */
    localExceptions: z.array(z.string()).default([]),
    source: z.string(),
    flags: z.array(dataFlagSchema).optional(),
  })
  .check(
    fileRules([
      {
        reads: ['startsAt', 'endsAt'],
        check: ({ startsAt, endsAt }, report) => {
          if (endsAt <= startsAt)
            report(['endsAt'], `endsAt ${endsAt} is not after startsAt ${startsAt}: write when it is over`);
        },
      },
      {
        reads: ['cap', 'capKind'],
        check: ({ cap, capKind }, report) => {
          if ((cap === undefined) !== (capKind === undefined))
            report(['capKind'], 'cap and capKind come together: add the other or leave both out');
        },
      },
    ]),
  );

/** Retail sales tax of the United States by destination: state base rates, and the local jurisdictions that have been entered. */
export const usSalesTaxTableSchema = z
  .strictObject({
    id: z.string(),
    regime: z.literal('us-sales-tax'),
    version: z.string(),
    country: countryCodeSchema,
    sources: sourcesSchema,
    states: z.array(stateSchema).min(1),
    jurisdictions: z.array(
      z.strictObject({
        code: z.string(),
        level: z.enum(['county', 'city', 'special']),
        name: z.string(),
        state: z.string(),
        county: z.string().optional(),
        city: z.string().optional(),
        rates: rateRowsSchema,
      }),
    ),
    /** Which local jurisdictions a postal code lies in, on top of its state. */
    areas: z.array(
      z.strictObject({
        name: z.string(),
        state: z.string(),
        zips: z.array(postalCodePatternSchema).min(1),
        jurisdictions: z.array(z.string()).min(1),
        precision: z.enum(['zip5', 'zip9', 'rooftop']),
        source: z.string(),
        flags: z.array(dataFlagSchema).optional(),
      }),
    ),
    /** Days without tax on some goods. */
    holidays: z.array(taxHolidaySchema).default([]),
  })
  .check(
    fileRules([
      unique('states', ({ states }) => states.map((row) => row.state)),
      unique('jurisdictions', ({ jurisdictions }) => jurisdictions.map((row) => row.code)),
      unique('holidays', ({ holidays }) => holidays.map(({ id }) => id)),
      {
        reads: ['states', 'holidays'],
        check: ({ states, holidays }, report) =>
          checkHolidays(report, holidays, new Set(states.map((row) => row.state))),
      },
      {
        reads: ['states', 'jurisdictions'],
        check: ({ states, jurisdictions }, report) => {
          const known = new Set(states.map((row) => row.state));
          jurisdictions.forEach((row, i) => {
            if (!known.has(row.state))
              report(['jurisdictions', i, 'state'], `${row.state} is not in states: add it there`);
          });
        },
      },
      {
        reads: ['jurisdictions', 'areas'],
        check: ({ jurisdictions, areas }, report) => {
          const stateOf = new Map(jurisdictions.map((row) => [row.code, row.state]));
          areas.forEach((row, i) =>
            row.jurisdictions.forEach((code, j) => {
              if (stateOf.get(code) !== row.state)
                report(['areas', i, 'jurisdictions', j], `${code} is not a jurisdiction of ${row.state}`);
            }),
          );
        },
      },
      { reads: ['sources'], check: (table, report) => sourcesExist(report, table, table.sources) },
    ]),
  );

/** A tax table as operators write it in `markets/tax/*.yaml`. Every row carries its source; rates are exact integers. */
export const taxTableSchema = z.discriminatedUnion('regime', [euVatTableSchema, usSalesTaxTableSchema]);

export type EuVatTable = z.infer<typeof euVatTableSchema>;
export type UsSalesTaxTable = z.infer<typeof usSalesTaxTableSchema>;
export type TaxTable = z.infer<typeof taxTableSchema>;

/** A holiday of a state that is there, and never two at once for one kind of goods. */
function checkHolidays(
  report: Report,
  holidays: readonly z.output<typeof taxHolidaySchema>[],
  states: ReadonlySet<string>,
): void {
  holidays.forEach((holiday, i) => {
    if (!states.has(holiday.state)) report(['holidays', i, 'state'], `${holiday.state} is not in states: add it there`);
    const clash = holidays.find(
      (other, j) =>
        j < i &&
        other.state === holiday.state &&
        other.startsAt < holiday.endsAt &&
        holiday.startsAt < other.endsAt &&
        other.categories.some((category) => holiday.categories.includes(category)),
    );
    if (clash !== undefined)
      report(['holidays', i, 'startsAt'], `overlaps ${clash.id} on the same goods: start on or after ${clash.endsAt}`);
  });
}

/** Every `source` anywhere in the file must be a key of `sources`: a number without a source is a rumour. */
export function sourcesExist(
  report: Report,
  node: unknown,
  sources: Readonly<Record<string, unknown>>,
  path: (string | number)[] = [],
): void {
  if (Array.isArray(node)) node.forEach((child, i) => sourcesExist(report, child, sources, [...path, i]));
  else if (typeof node === 'object' && node !== null)
    for (const [key, child] of Object.entries(node)) {
      if (/^source$|Source$/.test(key) && typeof child === 'string' && !(child in sources))
        report([...path, key], `${child} is not a key of sources: add it there`);
      else sourcesExist(report, child, sources, [...path, key]);
    }
}
