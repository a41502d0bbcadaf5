import type { ProductState } from '@reprise/contracts/events';
import type { SearchText } from '../../application/ports.js';

/** The words a product is found by: its names, what its variants differ in, and every code printed on it. */
export function searchTextOf(product: ProductState): SearchText {
  const names = new Set(Object.values(product.names));
  names.add(`${product.brand} ${product.model}`);
  const words = new Set<string>([...product.aliases, product.category, ...product.categoryPath]);
  const codes = new Set<string>(product.modelCodes);
  const { releaseYear, ramMb } = product.attributes;
  // People tell generations apart by year: "iphone se 2020".
  if (releaseYear !== undefined) words.add(String(releaseYear));
  for (const size of sizeWords(ramMb)) words.add(size);
  for (const variant of product.variants) {
    for (const size of sizeWords(variant.storageGb === undefined ? undefined : variant.storageGb * 1_024))
      words.add(size);
    for (const size of sizeWords(variant.ramMb)) words.add(size);
    for (const name of Object.values(variant.colour?.names ?? {})) words.add(name);
    if (variant.keyboardLayout !== undefined) words.add(variant.keyboardLayout.replaceAll('-', ' '));
    if (variant.caseMm !== undefined) words.add(`${variant.caseMm}mm`);
    for (const code of [...variant.mpns, ...variant.gtins]) codes.add(code);
  }
  for (const short of abbreviationsOf(product.model)) words.add(short);
  return { names: [...names], words: [...words], codes: [...codes], brand: product.brand };
}

/** `S23 Ultra` is also `S23U`, `Series 7` also `7`: how forums and sellers write model names. */
function abbreviationsOf(model: string): string[] {
  return [...model.matchAll(/(\w*\d\w*) (Ultra|Plus|Pro Max|Pro)\b/gi)].map(
    ([, number = '', suffix = '']) =>
      number +
      suffix
        .split(' ')
        .map((word) => word.charAt(0))
        .join(''),
  );
}

/** `128GB 128Go`: the French write octets. From 1 TB on, both ways to say it. */
function sizeWords(mb: number | undefined): string[] {
  if (mb === undefined || mb < 1_024) return [];
  const gb = Math.round(mb / 1_024);
  const words = [`${gb}GB`, `${gb}Go`];
  if (gb >= 1_000 && gb % 1_024 === 0) words.push(`${gb / 1_024}TB`, `${gb / 1_024}To`);
  return words;
}
