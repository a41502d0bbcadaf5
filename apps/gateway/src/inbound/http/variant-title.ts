import type { ProductVariant } from '@reprise/contracts/events';

const formatters = new Map<string, Intl.NumberFormat>();

/** What a buyer calls a variant: `Apple iPhone 13 128 Go Minuit`. */
export function variantTitle(
  product: string,
  variant: ProductVariant,
  colour: string | undefined,
  locale: string,
): string {
  const parts = [product];
  if (variant.ramMb !== undefined && variant.ramMb >= 1_024)
    parts.push(`${sizeLabel(variant.ramMb / 1_024, locale)} RAM`);
  if (variant.storageGb !== undefined) parts.push(sizeLabel(variant.storageGb, locale));
  if (variant.caseMm !== undefined) parts.push(`${variant.caseMm} mm`);
  if (variant.connectivity === 'cellular') parts.push('Cellular');
  if (variant.keyboardLayout !== undefined) parts.push(variant.keyboardLayout.toUpperCase());
  if (colour !== undefined) parts.push(colour);
  return parts.join(' ');
}

/** A size as the locale writes it (`128 Go`, `128 GB`), with plain spaces: the text is also searched and copied. */
export function sizeLabel(gigabytes: number, locale: string): string {
  const terabytes = gigabytes >= 1_024 && gigabytes % 1_024 === 0;
  const unit = terabytes ? 'terabyte' : 'gigabyte';
  const name = `${locale} ${unit}`;
  let formatter = formatters.get(name);
  if (formatter === undefined) {
    formatter = new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 });
    formatters.set(name, formatter);
  }
  return formatter.format(terabytes ? gigabytes / 1_024 : gigabytes).replaceAll(/[\u00a0\u202f]/g, ' ');
}
