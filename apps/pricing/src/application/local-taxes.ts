import type { TaxAnswer } from '../domain/tax-answer.js';
import type { TaxProvider, TaxQuestion } from './tax-provider.js';
import type { LocalRateBook } from './tax-rate-files.js';

/** Our own tables and imported files work the tax out. */
export class LocalTaxes implements TaxProvider {
  constructor(private readonly rates: LocalRateBook) {}

  async quote({ key, at }: TaxQuestion): Promise<TaxAnswer> {
    return { kind: 'rates', area: await this.rates.find(key, at) };
  }
}
