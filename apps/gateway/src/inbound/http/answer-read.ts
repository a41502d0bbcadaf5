import { RequestRefused, rawAnswer, readyAnswer } from '@reprise/platform/http';
import type { RawAnswer, ReadyAnswer } from '@reprise/platform/http';
import { hash } from 'node:crypto';
import type { LanguageWish } from '../../application/negotiate-locale.js';
import type { Market } from '../../application/ports.js';
import { isLanguageTag } from '../../application/negotiate-locale.js';

/** An answer as it is sent, made once and sent many times. */
export interface Rendered {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string;
  /** The answer with its bytes and the one that says they are known, once somebody asked twice. */
  ready?: { readonly whole: ReadyAnswer; readonly unchanged: ReadyAnswer };
}

/**
 * A shared cache may keep an answer for a second and serve it for five more while it asks again: a price change shows within seconds even
 * behind a CDN, and a busy page costs the gateway one request a second.
 */
const SHARED = 'public, max-age=0, s-maxage=1, stale-while-revalidate=5';
/** What an operator sees of a market in preview is for nobody else. */
export const OPERATORS_ONLY = 'private, no-store';

/**
 * Renders an answer. The ETag is a digest of the bytes: it is the same on every gateway and after every restart, and cannot forget one of
 * the facts an answer is made of.
 */
export function render(answer: unknown, locale: string | undefined, visibility: 'everybody' | 'operators'): Rendered {
  return renderText(JSON.stringify(answer), 'application/json; charset=utf-8', locale, visibility);
}

/** The same of a text of another type. */
export function renderText(
  text: string,
  contentType: string,
  locale: string | undefined,
  visibility: 'everybody' | 'operators',
): Rendered {
  const body = Buffer.from(text);
  const etag = `"${hash('sha1', body, 'base64url')}"`;
  return {
    body,
    etag,
    headers: {
      'content-type': contentType,
      ...(locale !== undefined && { 'content-language': locale }),
      etag,
      'cache-control': visibility === 'everybody' ? SHARED : OPERATORS_ONLY,
      // `Origin`, because cross-origin headers differ by it; stated here since this replaces what the server said.
      vary: 'Origin, Accept-Language',
    },
  };
}

/** The bytes, or 304 without them for a caller who has them. */
export function answerRead({ body, headers, etag }: Rendered, ifNoneMatch: string | undefined): RawAnswer {
  if (!isKnownTag(ifNoneMatch, etag)) return rawAnswer(200, body, headers);
  return rawAnswer(304, null, without(headers, 'content-type'));
}

/** The same, to be sent as it lies. */
export function readyFor(rendered: Rendered, operation: string, ifNoneMatch: string | undefined): ReadyAnswer {
  const { body, headers, etag } = rendered;
  const ready = (rendered.ready ??= {
    whole: readyAnswer(operation, 200, body, headers),
    unchanged: readyAnswer(operation, 304, undefined, without(headers, 'content-type')),
  });
  return isKnownTag(ifNoneMatch, etag) ? ready.unchanged : ready.whole;
}

/** What the call says about language. An explicit `?locale=` that is no language tag is a mistake worth telling. */
export function languageWish(locale: string | undefined, acceptLanguage: string | undefined): LanguageWish {
  if (locale !== undefined && !isLanguageTag(locale)) {
    const message = 'must be a BCP 47 language tag such as "fr-FR"';
    throw new RequestRefused('ValidationFailed', `query.locale: ${message}`, {
      errors: [{ field: 'query.locale', code: 'invalid_format', message }],
    });
  }
  return { locale, acceptLanguage };
}

/** RFC 9110 § 13.1.2: any of a list, compared weakly, because a proxy that compresses marks tags as weak. */
export function isKnownTag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((candidate) => withoutMark(candidate.trim()) === withoutMark(etag));
}

function withoutMark(tag: string): string {
  return tag.startsWith('W/') ? tag.slice(2) : tag;
}

/** Whom an answer about a market is for. */
export function visibilityOf({ status }: Pick<Market, 'status'>): 'everybody' | 'operators' {
  return status === 'preview' ? 'operators' : 'everybody';
}

/** Headers less one of them. */
export function without(headers: Readonly<Record<string, string>>, name: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).filter(([each]) => each !== name));
}
