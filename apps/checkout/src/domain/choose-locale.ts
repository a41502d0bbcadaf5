/**
 * The first language wished for that is offered: the tag itself, else another country's form of the same language, else none: the
 * market's own stands. Only what the market is worded in is chosen, as a document's mentions are law in its language.
 */
export function chooseLocale(offered: readonly string[], wished: readonly string[]): string | undefined {
  const languageOf = (tag: string): string => tag.split('-', 1)[0]?.toLowerCase() ?? '';
  for (const wish of wished) {
    const same = offered.find((tag) => tag.toLowerCase() === wish.toLowerCase());
    const alike = same ?? offered.find((tag) => languageOf(tag) === languageOf(wish));
    if (alike !== undefined) return alike;
  }
  return undefined;
}
