/** An amount as the API states it. */
export interface Amount {
  readonly amount: string;
  readonly currency: string;
}

/**
 * Money in the reader's notation, exact: the decimal string goes to the formatter as it is, since a number would lose cents above 2^53.
 * The decimals are those of the amount and not of the formatter's tables, which show forints and yen as they are paid in cash.
 */
export function formatMoney(
  { amount, currency }: Amount,
  language: string,
  display: 'code' | 'symbol' = 'symbol',
): string {
  const decimals = amount.split('.')[1]?.length ?? 0;
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: display,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(amount as unknown as number);
}

/** Below, above or the same, for two amounts of one currency. Exact whatever their size. */
export function compareAmounts(a: string, b: string): number {
  const decimals = Math.max(...[a, b].map((text) => text.split('.')[1]?.length ?? 0));
  const difference = scaled(a, decimals) - scaled(b, decimals);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function scaled(text: string, decimals: number): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(`${whole}${fraction.padEnd(decimals, '0')}`);
}
