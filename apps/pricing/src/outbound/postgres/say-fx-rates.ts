import { fxRatePublishedV1 } from '@reprise/contracts/events';
import { sayInBulk } from '@reprise/platform/messaging';
import type { Tx } from '@reprise/platform/persistence';
import type { FxRate, FxSourceName } from '../../domain/fx-rate.js';
import { fxQuoteText, fxSources } from '../../domain/fx-rate.js';

/** Says rates in the transaction that stores them. A history of ten years is thirty thousand. */
export async function sayFxRates(tx: Tx, source: FxSourceName, rates: readonly FxRate[]): Promise<void> {
  await sayInBulk(
    tx,
    fxRatePublishedV1,
    rates.map(({ currency, date, version, quote }) => ({
      data: {
        rateId: `${source}/${currency}/${date}`,
        base: fxSources[source].base,
        rate: fxQuoteText(quote),
        ...{ version, source, currency, date },
      },
      version,
    })),
  );
}
