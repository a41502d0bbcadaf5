import fc from 'fast-check';
import { luhnCheckDigit, mustBeImei, parseImei, tacOf } from './imei.js';

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const anyBody = digits(14).filter((body) => !/^0+$/.test(body));

test('the check digit of 26053179311383 is 7', () => {
  expect(luhnCheckDigit('26053179311383')).toBe(7);
});

test.each([
  ['490154203237518', '490154203237518'],
  ['49-015420-323751-8', '490154203237518'],
  ['490154 20 323751 8', '490154203237518'],
  ['49/015420/323751/8', '490154203237518'],
  ['260531793113837', '260531793113837'],
  ['4901542032375101', '490154203237518'], // IMEISV: software version 01 dropped, check digit computed.
])('%s is the device %s', (text, imei) => {
  expect(parseImei(text)).toBe(imei);
});

test.each([
  ['490154203237517', 'imeiCheckDigitWrong'],
  ['000000000000000', 'imeiPlaceholder'],
  ['0000000000000000', 'imeiPlaceholder'],
  ['', 'imeiMalformed'],
  ['49015420323751', 'imeiMalformed'],
  ['49015420323751801', 'imeiMalformed'],
  ['49015420323751X', 'imeiMalformed'],
  ['٤٩٠١٥٤٢٠٣٢٣٧٥١٨', 'imeiMalformed'],
  ['490154203237518\n', 'imeiMalformed'],
  ['-490154203237518', 'imeiMalformed'],
  ['49--0154203237518', 'imeiMalformed'],
  ['4 9 0 1 5 4 2 0 3 2 3 7 5 1 8 0 0', 'imeiMalformed'],
])('%j is refused: %s', (text, code) => {
  expect(parseImei(text)).toMatchObject({ kind: 'rejection', code });
  expect(() => mustBeImei(text)).toThrow('is not an IMEI');
});

test('one mistyped digit, and nearly every swap of neighbours, is noticed', () => {
  fc.assert(
    fc.property(anyBody, fc.nat(14), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
      const imei = body + luhnCheckDigit(body);
      const wrong = (Number(imei[at]) + by) % 10;
      expect(parseImei(imei.slice(0, at) + wrong + imei.slice(at + 1))).toHaveProperty('kind', 'rejection');
      const [left = '', right = ''] = [imei[at], imei[at + 1]];
      const swapped = imei.slice(0, at) + right + left + imei.slice(at + 2);
      const unnoticed = left === right || [left, right].sort().join('') === '09'; // Luhn's known blind spot.
      if (right !== '' && !unnoticed) expect(parseImei(swapped)).toHaveProperty('code', 'imeiCheckDigitWrong');
    }),
    { numRuns: 500 },
  );
});

test('all software versions of a device are one device, of one model', () => {
  fc.assert(
    fc.property(anyBody, digits(2), (body, version) => {
      const imei = mustBeImei(body + luhnCheckDigit(body));
      expect(parseImei(body + version)).toBe(imei);
      expect(tacOf(imei)).toBe(body.slice(0, 8));
    }),
  );
});
