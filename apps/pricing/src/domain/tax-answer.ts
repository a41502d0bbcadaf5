import type { LocalTaxArea } from './local-tax-area.js';
import type { Jurisdiction, TaxPrecision, TaxTreatment } from './quote.js';

/** Tax of one jurisdiction on one line, as a tax service worked it out. */
export interface ProvidedTax {
  readonly jurisdiction: Jurisdiction;
  readonly ratePpm: number;
  /** Exact decimal fraction of the rate. */
  readonly rate: string;
  readonly taxableMinor: bigint;
  readonly amountMinor: bigint;
  readonly treatment: TaxTreatment;
}

/** A whole calculation of a tax service: one list a line, in the order of the request, and one for delivery. */
export interface ProvidedTaxes {
  readonly kind: 'amounts';
  readonly provider: string;
  /** What the service calls the calculation; committed with the sale. */
  readonly reference: string;
  readonly precision: Extract<TaxPrecision, 'zip5' | 'zip9' | 'rooftop'>;
  readonly lines: readonly (readonly ProvidedTax[])[];
  readonly shipping: readonly ProvidedTax[];
}

/** What was looked up before the engine ran, because the engine asks nobody: rates of the address, or a finished calculation. */
export type TaxAnswer =
  | {
      readonly kind: 'rates';
      /** Undefined where no imported file knows the address. */
      readonly area?: LocalTaxArea | undefined;
      /** Set when a tax service should have answered and did not: which one, and why. */
      readonly insteadOf?: { readonly provider: string; readonly reason: string };
    }
  | ProvidedTaxes;
