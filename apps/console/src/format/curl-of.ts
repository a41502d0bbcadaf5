/** A call as it is shown to a person. */
export interface CallToShow {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** With its query. */
  readonly path: string;
  readonly body?: unknown;
}

/** The call as a line for a shell. The token is left to the shell: it must not end up in a history or a chat. */
export function curlOf(baseUrl: string, { method, path, body }: CallToShow): string {
  const parts = ['curl'];
  if (method !== 'GET') parts.push('-X', method);
  parts.push(quoted(`${baseUrl}${path}`), '-H', '"Authorization: Bearer $REPRISE_TOKEN"');
  if (body !== undefined)
    parts.push('-H', quoted('Content-Type: application/json'), '-d', quoted(JSON.stringify(body)));
  return parts.join(' ');
}

/** In single quotes a shell reads everything as it is, but the quote itself. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
