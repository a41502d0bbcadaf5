/** What a market needs to know of a currency beyond its ISO 4217 entry. Absent means: as ISO says. */
export interface CurrencyOverlay {
  /** Decimals shown to people, when fewer than are stored. */
  readonly displayDigits?: number;
  /** Smallest coin in use, in minor units. Cash totals only: never lines, tax or cards. Where a euro country has one, the market says so. */
  readonly cashIncrementMinor?: bigint;
  /** First day it is no longer legal tender (YYYY-MM-DD). It stays readable, since old orders are in it. */
  readonly withdrawnFrom?: string;
}

/**
 * Facts ISO 4217 does not carry, or that its 2024-06-25 list is too old to know.
 * HUF: stored with ISO's two decimals but shown with none. ICU reports none, so storage must never ask Intl.
 * BGN: Bulgaria changed to the euro (1 EUR = 1.95583 BGN).
 */
export const currencyOverlays: Readonly<Record<string, CurrencyOverlay>> = {
  HUF: { displayDigits: 0, cashIncrementMinor: 500n },
  CHF: { cashIncrementMinor: 5n },
  CZK: { cashIncrementMinor: 100n },
  SEK: { cashIncrementMinor: 100n },
  DKK: { cashIncrementMinor: 50n },
  BGN: { withdrawnFrom: '2026-01-01' },
};

/** ISO 4217 entries that nobody can be charged in: metals, bond units, drawing rights, test and "no currency" codes. ISO gives them no minor unit; the package says 0. */
export const codesThatAreNotMoney: ReadonlySet<string> = new Set(
  'XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX'.split(' '),
);
