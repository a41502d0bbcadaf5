/** Longest a request may ask to wait for an outcome, in seconds. */
const longestWaitSeconds = 30;

/** The seconds a `Prefer` header asks to wait (RFC 7240: `wait=10`, among other preferences), at most 30; undefined when it does not. */
export function preferredWaitSeconds(prefer: string | undefined): number | undefined {
  for (const preference of prefer?.split(',') ?? []) {
    const match = /^\s*wait\s*=\s*"?(\d{1,6})"?\s*(?:;.*)?$/i.exec(preference);
    if (match?.[1] !== undefined) return Math.min(Number(match[1]), longestWaitSeconds);
  }
  return undefined;
}
