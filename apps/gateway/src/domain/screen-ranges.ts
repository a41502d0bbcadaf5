/** Diagonals in inches, as shoppers tell devices apart by size: from, included, to, not included. */
export interface ScreenRange {
  readonly code: string;
  readonly fromInches: number;
  /** Undefined for the largest. */
  readonly toInches: number | undefined;
}

const bounds = [0, 4, 5, 5.5, 6, 6.5, 7, 9, 11, 13, 15, 17, 24, 40];

export const screenRanges: readonly ScreenRange[] = bounds.map((fromInches, i) => {
  const toInches = bounds[i + 1];
  return { code: `${fromInches}-${toInches ?? ''}`, fromInches, toInches };
});

/** The range of a diagonal, or -1. */
export function screenRangeOf(inches: number | undefined): number {
  if (inches === undefined || !(inches > 0)) return -1;
  return screenRanges.findIndex(({ toInches }) => toInches === undefined || inches < toInches);
}
