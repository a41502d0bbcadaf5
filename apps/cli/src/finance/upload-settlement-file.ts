import type { Schema } from '@reprise/sdk';
import { uploadFile } from '../door/upload-file.js';

export type SettlementFile = Schema<'SettlementFile'>;

/** Formats that `reprise finance import` sends. */
export const settlementFormats = [
  'stripe-payout-reconciliation',
  'stripe-balance',
  'adyen-settlement-details',
  'camt.053',
] as const;
export type SettlementFormat = (typeof settlementFormats)[number];

/** What a file is by the name its publisher gives it; undefined where that could be several things. */
export function formatOfName(name: string): SettlementFormat | undefined {
  if (/\.xml$/i.test(name)) return 'camt.053';
  if (/settlement_?detail/i.test(name)) return 'adyen-settlement-details';
  if (/payout[_-]?reconciliation/i.test(name)) return 'stripe-payout-reconciliation';
  return /balance/i.test(name) ? 'stripe-balance' : undefined;
}

/** Sends a settlement report or bank statement and answers what became of it. Throws what a person can act on. */
export function uploadSettlementFile(
  file: {
    readonly path: string;
    readonly name: string;
    readonly size: number;
    readonly account: string;
    readonly format: SettlementFormat;
    readonly oldest: string | undefined;
  },
  door: { readonly url: string; readonly token: string },
  onSent: (bytes: number) => void,
): Promise<SettlementFile> {
  const { path, name, size, account, format, oldest } = file;
  const url = new URL('/v1/finance/reconciliation/files', door.url);
  url.search = new URLSearchParams({
    account,
    format,
    fileName: name,
    ...(oldest !== undefined && { oldest }),
  }).toString();
  const upload = { path, size, mediaType: format === 'camt.053' ? 'application/xml' : 'text/csv', what: name };
  return uploadFile(upload, { url, token: door.token }, onSent);
}
