import type { Database } from '@reprise/platform/persistence';
import type { RateFile, RateFileFormat } from '../../domain/rate-file.js';
import type { LineError } from '../../domain/tax-rate-import.js';

/** Clashes told of at most: who has to mend a file needs some, not all. */
const clashesMax = 100;

/**
 * Rows of a file that say different things of the same place or jurisdiction on the same day; states do publish rows that repeat each other,
 * and those harm nobody. Asked zone by zone, so that a file of a million rows is no single
 * statement; two ranges overlap when one begins inside the other, which the index finds.
 */
export async function findOverlaps(database: Database, importId: string, format: RateFileFormat): Promise<LineError[]> {
  if (format === 'sst-rates') return overlappingRates(database, importId);
  // Its reader lets no ZIP code pass twice.
  if (format === 'avalara-zip5') return [];
  const zones = await database.query<{ zone: string }>(
    'SELECT DISTINCT left(zip5, 3) AS zone FROM tax_area WHERE import_id = $1 ORDER BY zone',
    [importId],
  );
  const found: LineError[] = [];
  for (const { zone } of zones) {
    const rows = await database.query<{ line: number; other: number; zip5: string; plus4_from: number | null }>(
      overlappingAreas,
      [importId, `${zone}00`, `${zone}99`, clashesMax - found.length],
    );
    for (const { line, other, zip5, plus4_from } of rows)
      found.push({
        line,
        field: plus4_from === null ? 'ZipCodeLow' : 'ZipExtensionLow',
        code: 'overlaps',
        message: `${zip5}${plus4_from === null ? '' : `-${String(plus4_from).padStart(4, '0')}`} is taxed by line ${other} at the same time`,
      });
    if (found.length >= clashesMax) break;
  }
  return found;
}

const sameDays = 'b.valid_from <= a.valid_to AND b.valid_to >= a.valid_from';

const overlappingAreas = `
  SELECT DISTINCT ON (line) line, other, zip5, plus4_from FROM (
    SELECT greatest(a.line, b.line) AS line, least(a.line, b.line) AS other, b.zip5, b.plus4_from
    FROM tax_area a JOIN tax_area b ON b.import_id = a.import_id AND b.zip5 = a.zip5
      AND b.plus4_from BETWEEN a.plus4_from AND a.plus4_to AND b.taxed_by <> a.taxed_by AND ${sameDays}
    WHERE a.import_id = $1 AND a.zip5 BETWEEN $2 AND $3
    UNION ALL
    SELECT greatest(a.line, b.line), least(a.line, b.line), b.zip5, NULL
    FROM tax_area a JOIN tax_area b ON b.import_id = a.import_id AND b.zip5 = a.zip5
      AND b.plus4_from IS NULL AND b.taxed_by <> a.taxed_by AND ${sameDays}
    WHERE a.import_id = $1 AND a.zip5 BETWEEN $2 AND $3 AND a.plus4_from IS NULL
  ) pairs ORDER BY line, other LIMIT $4`;

async function overlappingRates(database: Database, importId: string): Promise<LineError[]> {
  const rows = await database.query<{ line: number; other: number; jurisdiction: string }>(
    `SELECT DISTINCT ON (1) greatest(a.line, b.line) AS line, least(a.line, b.line) AS other, b.jurisdiction
     FROM tax_jurisdiction_rate a JOIN tax_jurisdiction_rate b ON b.import_id = a.import_id
       AND b.jurisdiction = a.jurisdiction AND b.rate <> a.rate AND ${sameDays}
     WHERE a.import_id = $1 ORDER BY 1, 2 LIMIT $2`,
    [importId, clashesMax],
  );
  return rows.map(({ line, other, jurisdiction }) => ({
    line,
    field: 'EffectiveBeginDate',
    code: 'overlaps',
    message: `${jurisdiction} has another rate at the same time, on line ${other}`,
  }));
}

/**
 * Districts a boundary file names and the rate file does not: a district is there only to tax, so one of the two files is wrong. A county or
 * city without a rate is one that takes nothing.
 */
export async function findUnratedDistricts(
  database: Database,
  importId: string,
  { country, state }: RateFile,
): Promise<LineError[]> {
  const rows = await database.query<{ line: number; jurisdiction: string }>(
    `SELECT min(a.line) AS line, key AS jurisdiction
     FROM tax_area a, jsonb_array_elements_text(a.taxed_by) AS key
     WHERE a.import_id = $1 AND (key LIKE 'special:%' OR key LIKE 'state:%') AND NOT EXISTS (
       SELECT 1 FROM tax_rate_import i JOIN tax_jurisdiction_rate r USING (import_id)
       WHERE i.country = $2 AND i.state = $3 AND i.format = 'sst-rates' AND i.status = 'active' AND r.jurisdiction = key
     )
     GROUP BY key ORDER BY 1 LIMIT $4`,
    [importId, country, state, clashesMax],
  );
  return rows.map(({ line, jurisdiction }) => ({
    line,
    field: 'SpecialTaxDistrictCode',
    code: 'noRate',
    message: `${jurisdiction} has no rate in the rate file of ${state}`,
  }));
}
