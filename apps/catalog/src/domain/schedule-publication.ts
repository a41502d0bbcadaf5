import type { Outcome, PublicationWindow } from '@reprise/kernel';
import { reject } from '@reprise/kernel';
import type { CurationRejection } from './curation-rejection.js';

/** Checks since when and until when markets show a product. A window without dates says what holds anyway, and is left out. */
export function schedulePublication(
  windows: readonly PublicationWindow[],
  markets: ReadonlySet<string>,
): Outcome<readonly PublicationWindow[], CurationRejection> {
  const seen = new Set<string>();
  for (const [at, { market, from, to }] of windows.entries()) {
    const field = `markets[${at}]`;
    if (!markets.has(market))
      return reject('catalog.market_not_found', `There is no market ${market}.`, { field: `${field}.market` });
    if (seen.has(market))
      return reject('catalog.publication_names_a_market_twice', `${market} has a window already.`, {
        field: `${field}.market`,
      });
    seen.add(market);
    if (from !== undefined && to !== undefined && Date.parse(from) >= Date.parse(to))
      return reject('catalog.publication_ends_before_it_begins', 'The end comes after the beginning.', {
        field: `${field}.publishedTo`,
      });
  }
  return windows
    .filter(({ from, to }) => from !== undefined || to !== undefined)
    .toSorted((a, b) => (a.market < b.market ? -1 : 1));
}
