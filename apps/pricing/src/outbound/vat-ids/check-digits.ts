import * as jsvat from 'jsvat-next';
import type { Country } from 'jsvat-next';
import type { VatIdFormat } from '../../application/ports.js';

/** The member states, and the United Kingdom for the numbers of Northern Ireland (`XI`), which its rules read. Others are not of this Union. */
const states: Country[] = [
  jsvat.austria,
  jsvat.belgium,
  jsvat.bulgaria,
  jsvat.croatia,
  jsvat.cyprus,
  jsvat.czechRepublic,
  jsvat.denmark,
  jsvat.estonia,
  jsvat.finland,
  jsvat.france,
  jsvat.germany,
  jsvat.greece,
  jsvat.hungary,
  jsvat.ireland,
  jsvat.italy,
  jsvat.latvia,
  jsvat.lithuania,
  jsvat.luxembourg,
  jsvat.malta,
  jsvat.netherlands,
  jsvat.poland,
  jsvat.portugal,
  jsvat.romania,
  jsvat.slovakiaRepublic,
  jsvat.slovenia,
  jsvat.spain,
  jsvat.sweden,
  jsvat.unitedKingdom,
];

/** Form and check digits of VAT numbers, offline. */
export class CheckDigits implements VatIdFormat {
  read(text: string): { vatId: string; checkDigitsRight: boolean } | undefined {
    // Greece's numbers begin with EL, though people write its ISO code.
    const vatId = text
      .toUpperCase()
      .replace(/[^A-Z0-9+*]/g, '')
      .replace(/^GR/, 'EL');
    // A number of Great Britain is of the right form and of no member state.
    if (vatId.startsWith('GB')) return undefined;
    const { isValid, isValidFormat } = jsvat.checkVAT(vatId, states);
    return isValidFormat ? { vatId, checkDigitsRight: isValid } : undefined;
  }
}
