import type { ProductState } from '@reprise/contracts/events';
import { attributeUnits } from '@reprise/contracts/http';
import { formatMessage } from '../../application/format-message.js';
import type { Voice } from '../../application/voice.js';
import type { ProductPageJson } from './present-product-page.js';
import { sizeLabel } from './variant-title.js';

type SpecJson = ProductPageJson['specs'][number];
type AttributeCode = SpecJson['code'];

/** What of a product can be measured or told, in the reader's words: in the order the units list it, and only what is known. */
export function presentSpecs(attributes: ProductState['attributes'], voice: Voice): SpecJson[] {
  const words = voice.section('attributes', 'specs') ?? {};
  return (Object.keys(attributeUnits) as AttributeCode[]).flatMap((code) => {
    const value = attributes[code];
    if (value === undefined) return [];
    const unit = attributeUnits[code];
    const { label = code, text } = words[code] ?? {};
    const shown =
      (text && formatMessage(text, voice.locale, { value: filledIn(code, value) })) ?? plain(code, value, voice);
    return [{ code, label, value, ...(unit !== null && { unit }), text: shown }];
  });
}

/** A decimal is counted as a number, and a kind chosen among by a word without spaces. */
function filledIn(code: AttributeCode, value: string | number): string | number {
  if (code === 'screenInches') return Number(value);
  return code === 'deviceType' ? String(value).replaceAll(' ', '_') : value;
}

function plain(code: AttributeCode, value: string | number, { locale }: Voice): string {
  if (code === 'ramMb' && typeof value === 'number' && value >= 1_024) return sizeLabel(value / 1_024, locale);
  return code === 'ramMb' ? `${value} MB` : String(value);
}
