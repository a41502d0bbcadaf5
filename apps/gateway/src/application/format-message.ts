import { IntlMessageFormat } from 'intl-messageformat';

/** What is filled into a message. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** Messages there are in a shop’s words, several times over: a flood of new ones would be a mistake, and must not fill memory. */
const REMEMBERED_MAX = 5_000;
const remembered = new Map<string, IntlMessageFormat | null>();

/**
 * Fills an ICU message in as its language does: plurals, numbers, choices. Undefined where the message cannot be read or lacks a value: words
 * are data, and a page without a sentence is better than none.
 */
export function formatMessage(message: string, locale: string, values: MessageValues): string | undefined {
  const format = read(message, locale);
  if (format === undefined) return undefined;
  try {
    // Plain spaces: the text is also searched and copied.
    return String(format.format(values)).replaceAll(/[\u00a0\u202f]/g, ' ');
  } catch {
    return undefined;
  }
}

/** Parsed once: parsing costs a hundred times what filling in does. */
function read(message: string, locale: string): IntlMessageFormat | undefined {
  const name = `${locale} ${message}`;
  let format = remembered.get(name);
  if (format === undefined) {
    try {
      // No tags: texts are shown as text, and a "<" in one is a "<".
      format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
    } catch {
      format = null;
    }
    if (remembered.size >= REMEMBERED_MAX) remembered.clear();
    remembered.set(name, format);
  }
  return format ?? undefined;
}
