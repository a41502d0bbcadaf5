/** Parts per million as per cent with their sign: 50000 is "+5 %". */
export function formatPpm(ppm: number, language: string): string {
  return new Intl.NumberFormat(language, {
    style: 'percent',
    signDisplay: 'exceptZero',
    maximumFractionDigits: 1,
  }).format(ppm / 1_000_000);
}
