/**
 * Envelopes as one text: a JSON array with an envelope a line. JSON writes a line end inside a string as `\n`, so a line is an envelope and
 * taking them apart needs no parser.
 */
export function packEnvelopes(envelopes: readonly object[]): string {
  return `[\n${envelopes.map((envelope) => JSON.stringify(envelope)).join(',\n')}\n]`;
}

/** The envelopes of a pack, as text, in order. */
export function unpackEnvelopes(pack: string): string[] {
  return pack
    .slice(2, -2)
    .split('\n')
    .map((line) => (line.endsWith(',') ? line.slice(0, -1) : line));
}

/** A field of an envelope that is a string, read without parsing all of it. Envelopes name their own fields before `data`. */
export function fieldOf(envelope: string, name: 'id' | 'key'): string {
  const start = envelope.indexOf(`"${name}":`) + name.length + 3;
  for (let end = envelope.indexOf('"', start + 1); end !== -1; end = envelope.indexOf('"', end + 1)) {
    // A quote ends the string unless an odd number of backslashes stands before it; JSON.parse is the judge.
    if (envelope[end - 1] === '\\' && !isWhole(envelope.slice(start, end + 1))) continue;
    return JSON.parse(envelope.slice(start, end + 1)) as string;
  }
  throw new SyntaxError(`an envelope without ${name}`);
}

function isWhole(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
