import type { Schema } from '@reprise/sdk';
import { renderTable } from '../screen/render-table.js';

/** What a region made of a file of rates. */
export function renderFxImport(region: string, taken: Schema<'FxImport'>): string {
  const { rates, stored, corrected, unchanged, firstDate, lastDate, jumpCount, ignoredCurrencies } = taken;
  const count = (value: number): string => value.toLocaleString('en-US');
  const lines = [
    `${region}: ${count(rates)} rates of ${firstDate} to ${lastDate}, ${count(stored)} stored (${count(corrected)} corrected), ${count(unchanged)} known`,
  ];
  if (ignoredCurrencies.length > 0) lines.push(`  no currency any more: ${ignoredCurrencies.join(', ')}`);
  if (jumpCount > 0) lines.push(`  ${count(jumpCount)} jumps to look at: reprise fx rates --date ${lastDate}`);
  return lines.join('\n');
}

/** Rates of a day, and the jumps before it. */
export function renderFxRates({ base, date, items, jumps, maxAgeDays }: Schema<'FxRateList'>): string {
  const rates = renderTable(
    [
      { heading: 'currency' },
      { heading: `per ${base}`, align: 'right' },
      { heading: 'of' },
      { heading: 'change', align: 'right' },
      { heading: '' },
    ],
    items.map((rate) => [
      rate.currency,
      rate.rate,
      rate.date,
      percent(rate.changePpm),
      rate.stale ? `stale: ${rate.ageDays} business days, at most ${maxAgeDays}` : rate.jump ? 'jump' : '',
    ]),
  );
  if (jumps.length === 0) return `Rates for ${date}\n\n${rates}`;
  const jumped = jumps.map((rate) => `  ${rate.date}  ${rate.currency}  ${rate.rate}  ${percent(rate.changePpm)}`);
  return [`Rates for ${date}`, '', rates, '', 'Jumps to look at:', ...jumped].join('\n');
}

function percent(ppm: number | null): string {
  return ppm === null ? '' : `${ppm > 0 ? '+' : ''}${(ppm / 10_000).toFixed(2)} %`;
}
