import type { Currency, LocalDay } from '@reprise/kernel';
import { addDays, isRejection, Money } from '@reprise/kernel';

/** A line of a producer organisation's scale, cut into cells. */
export interface ScaleRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface ScaleError {
  readonly line: number;
  readonly field: string;
  readonly code:
    | 'columnsMissing'
    | 'productCodeMissing'
    | 'categoryUnknown'
    | 'categoryTwice'
    | 'moneyMalformed'
    | 'tooManyDecimals'
    | 'outOfRange'
    | 'amountNegative'
    | 'noRows';
  readonly message: string;
}

/** By category of goods: the code the scale has for it, and what that costs a piece, tax not included. */
export type ScaleAmounts = Readonly<Record<string, { readonly productCode: string; readonly amount: string }>>;

export interface ReadScale {
  readonly byCategory: ScaleAmounts;
  readonly rows: number;
  /** Codes of goods that are not sold here: their category is empty. */
  readonly skipped: number;
}

const columns = ['productCode', 'category', 'amount'] as const;

/**
 * Reads a scale: `productCode,category,amount`, one line a code of the organisation. Which category a code is of is for a person to say; a code of
 * goods that are not sold has none. All that is wrong is answered at once.
 */
export function readFeeScale(
  records: readonly ScaleRecord[],
  categories: ReadonlySet<string>,
  currency: Currency,
): ReadScale | { readonly errors: readonly ScaleError[] } {
  const [header, ...rows] = records;
  const places = columns.map((name) => header?.cells.indexOf(name) ?? -1);
  const missing = columns.filter((_, i) => places[i] === -1);
  if (missing.length > 0)
    return {
      errors: [
        error(1, 'header', 'columnsMissing', `The first line names ${columns.join(', ')}: add ${missing.join(', ')}.`),
      ],
    };
  const errors: ScaleError[] = [];
  const byCategory: Record<string, { productCode: string; amount: string }> = {};
  let skipped = 0;
  for (const { line, cells } of rows) {
    const [productCode = '', category = '', amount = ''] = places.map((place) => cells[place]);
    if (category === '') {
      skipped += 1;
      continue;
    }
    const faults = faultsOf({ line, productCode, category, amount }, categories, currency);
    if (Object.hasOwn(byCategory, category))
      faults.push(
        error(
          line,
          'category',
          'categoryTwice',
          `Code ${byCategory[category]?.productCode} is of ${category} already.`,
        ),
      );
    if (faults.length === 0) byCategory[category] = { productCode, amount };
    errors.push(...faults);
  }
  if (errors.length === 0 && Object.keys(byCategory).length === 0)
    errors.push(error(1, 'category', 'noRows', 'No line is of a category that is sold.'));
  return errors.length > 0 ? { errors } : { byCategory, rows: rows.length, skipped };
}

function faultsOf(
  row: { readonly line: number; readonly productCode: string; readonly category: string; readonly amount: string },
  categories: ReadonlySet<string>,
  currency: Currency,
): ScaleError[] {
  const { line, productCode, category, amount } = row;
  const faults: ScaleError[] = [];
  if (productCode === '')
    faults.push(error(line, 'productCode', 'productCodeMissing', 'The code of the scale is missing.'));
  if (!categories.has(category))
    faults.push(error(line, 'category', 'categoryUnknown', `${category} is none of ${[...categories].join(', ')}.`));
  const money = Money.parse(amount, currency);
  if (isRejection(money)) {
    const code = money.code === 'unknownCurrency' ? 'moneyMalformed' : money.code;
    faults.push(error(line, 'amount', code, `${money.message}.`));
  } else if (money.isNegative()) faults.push(error(line, 'amount', 'amountNegative', 'An amount is zero or more.'));
  return faults;
}

function error(line: number, field: string, code: ScaleError['code'], message: string): ScaleError {
  return { line, field, code, message };
}

/** What a fee table has that a scale is added to; other fields are kept as they are. */
export interface ScaleTable {
  readonly categories?: readonly string[] | undefined;
  readonly rows: readonly {
    readonly validFrom: string;
    readonly validTo?: string | undefined;
    readonly rule: { readonly kind: string };
    readonly source: string;
  }[];
  readonly sources: Readonly<Record<string, object>>;
}

/** A scale with where it comes from and since when it holds. */
export interface DatedScale {
  readonly validFrom: LocalDay;
  readonly producerOrganisation: string;
  readonly byCategory: ScaleAmounts;
  readonly source: { readonly title: string; readonly date: string; readonly url?: string };
}

/**
 * The table with the scale as its newest row: the one before ends the day before, and one of the same day is replaced. Undefined where a later scale
 * is there already, whose past cannot be written under it.
 */
export function withScale<Table extends ScaleTable>(table: Table, scale: DatedScale): Table | undefined {
  const { validFrom, producerOrganisation, byCategory, source } = scale;
  if (table.rows.some((row) => row.validFrom > validFrom)) return undefined;
  const key = `scale-${validFrom}`;
  const before = table.rows
    .filter((row) => row.validFrom < validFrom)
    .map((row) =>
      row.validTo === undefined || row.validTo >= validFrom
        ? { ...row, validTo: addDays(validFrom, -1) as string }
        : row,
    );
  const rule = { kind: 'productCodes', producerOrganisation, byCategory };
  const categories = table.categories && [...new Set([...table.categories, ...Object.keys(byCategory)])];
  return {
    ...table,
    ...(categories === undefined ? {} : { categories }),
    rows: [...before, { validFrom: validFrom as string, rule, source: key }],
    sources: { ...table.sources, [key]: source },
  };
}
