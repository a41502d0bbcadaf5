import { renderTable } from '../screen/render-table.js';
import type { SeededRegion } from './seed-region.js';

/** Refusals shown; they are usually all alike. */
const shown = 5;

/** What seeding did, a line a region, then what is worth a look. */
export function renderSeeded(regions: readonly SeededRegion[], seconds: number): string {
  const numbers = ['sellers', 'models', 'created', 'updated', 'unchanged', 'units'] as const;
  const table = renderTable(
    [{ heading: 'region' }, ...[...numbers, 'refused'].map((heading) => ({ heading, align: 'right' as const }))],
    regions.map((region) => [
      region.region,
      ...numbers.map((number) => region[number].toLocaleString('en-US')),
      region.rejectedCount.toLocaleString('en-US'),
    ]),
  );
  return [
    table,
    ...regions.flatMap(notesOf),
    `\nDemo data in ${seconds.toFixed(1)} s. Sellers are called "… (demo)" and marked demo: true in every answer.`,
  ].join('\n');
}

function notesOf({ region, sellersWithoutToken, missingModels, rejected }: SeededRegion): string[] {
  const notes: string[] = [];
  if (sellersWithoutToken > 0)
    notes.push(`${region}: ${sellersWithoutToken} sellers have no token in the credentials file and offer nothing`);
  if (missingModels.length > 0)
    notes.push(
      `${region}: not in the catalogue: ${missingModels.slice(0, shown).join(', ')}${missingModels.length > shown ? ', …' : ''}`,
    );
  for (const { seller, line, field, code, message } of rejected.slice(0, shown))
    notes.push(`${region}: refused: ${seller}, line ${line}, ${field}: ${message} (${code})`);
  return notes;
}
