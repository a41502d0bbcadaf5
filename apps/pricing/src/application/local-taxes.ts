import type { TaxAnswer } from '../domain/tax-answer.js';
import type { TaxedRefund, TaxedSale, TaxProvider, TaxQuestion, TaxReceipt } from './tax-provider.js';
import type { LocalRateBook } from './tax-rate-files.js';

/**
 * Our own tables and imported files work the tax out. Nobody has to be told of a sale afterwards: what was charged stands in the sale itself,
 * from where finance reports it.
 */
export class LocalTaxes implements TaxProvider {
  readonly name = 'tables';

  constructor(private readonly rates: LocalRateBook) {}

  async quote({ key, at }: TaxQuestion): Promise<TaxAnswer> {
    return { kind: 'rates', area: await this.rates.find(key, at) };
  }

  commit({ saleId }: TaxedSale): Promise<TaxReceipt> {
    return Promise.resolve({ reference: saleId });
  }

  refund({ saleId }: TaxedRefund): Promise<TaxReceipt> {
    return Promise.resolve({ reference: saleId });
  }

  void({ commitment }: Parameters<TaxProvider['void']>[0]): Promise<TaxReceipt> {
    return Promise.resolve(commitment);
  }
}
