/** Since when and until when a market shows a product: from the first instant on, until the second. */
export interface PublicationWindow {
  readonly market: string;
  /** ISO 8601; since ever when left out. */
  readonly from?: string | undefined;
  /** ISO 8601; without an end when left out. */
  readonly to?: string | undefined;
}

/** Whether a market shows a product at an instant. A market without a window shows it always. */
export function isPublishedIn(
  publication: readonly PublicationWindow[] | undefined,
  market: string,
  atMs: number,
): boolean {
  const window = publication?.find((each) => each.market === market);
  if (window === undefined) return true;
  const begun = window.from === undefined || Date.parse(window.from) <= atMs;
  return begun && (window.to === undefined || atMs < Date.parse(window.to));
}

/** The instants at which a product appears or disappears somewhere, in milliseconds since 1970. */
export function publicationChangesMs(publication: readonly PublicationWindow[]): number[] {
  const instants = publication.flatMap(({ from, to }) => [from, to]);
  return instants.flatMap((instant) => (instant === undefined ? [] : [Date.parse(instant)]));
}
