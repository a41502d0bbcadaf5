/** After so many tries, over one and a half to three days, a message is given up. */
export const webhookTriesMax = 18;

const firstMs = 5_000;
const growth = 3;
const longestMs = 8 * 3_600_000;

/**
 * How long to wait after a failed try, the first being 1: three times as long each time, up to eight hours. Between half of it and all of it
 * by chance, so that a receiver that comes back is not met by everything at once.
 */
export function webhookDelayMs(tries: number, chance: number, retryAfterMs = 0): number {
  const full = Math.min(firstMs * growth ** (tries - 1), longestMs);
  // A receiver may ask for more time, not for more than we would ever give.
  return Math.max(Math.round(full * (0.5 + chance / 2)), Math.min(retryAfterMs, longestMs));
}
