import type { Schema } from '@reprise/sdk';
import { uploadFile } from '../door/upload-file.js';
import type { RateFileName } from './rate-file-name.js';

export type TaxRateImport = Schema<'TaxRateImport'>;

/** Sends a rate file and answers what became of it. Throws what a person can act on. */
export function uploadRateFile(
  file: { readonly path: string; readonly name: string; readonly size: number } & RateFileName,
  door: { readonly url: string; readonly token: string },
  onSent: (bytes: number) => void,
): Promise<TaxRateImport> {
  const { format, state, period, name, path, size } = file;
  const url = new URL('/v1/ops/tax-rates/imports', door.url);
  url.search = new URLSearchParams({ format, state, period, fileName: name }).toString();
  const upload = { path, size, mediaType: 'text/csv', what: `rates of ${name}` };
  return uploadFile(upload, { url, token: door.token }, onSent);
}
