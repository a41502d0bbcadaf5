import { Fault } from '@reprise/kernel';

export interface OpenSearchOptions {
  /** With user and password where the server asks for them. */
  readonly url: string;
  readonly index: string;
  readonly timeoutMs: number;
}

/** The four calls of the server's HTTP API that we make. What goes wrong is a Fault: shoppers are told to try again. */
export class OpenSearchClient {
  private readonly base: string;
  private readonly authorization: string | undefined;

  constructor(private readonly options: OpenSearchOptions) {
    const url = new URL(options.url);
    const { username, password } = url;
    if (username !== '')
      this.authorization = `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`;
    url.username = '';
    url.password = '';
    this.base = url.href.replace(/\/$/, '');
  }

  /** Makes the index unless it is there. */
  async createIndex(definition: unknown): Promise<void> {
    const { status, body } = await this.send('PUT', `/${this.options.index}`, JSON.stringify(definition));
    const exists = status === 400 && JSON.stringify(body).includes('resource_already_exists_exception');
    if (status >= 300 && !exists) throw this.failed('create the index', status);
  }

  async search(request: unknown): Promise<unknown> {
    const { status, body } = await this.send('POST', `/${this.options.index}/_search`, JSON.stringify(request));
    if (status >= 300) throw this.failed('search', status);
    return body;
  }

  /** Runs actions given as lines; answers how each went, in their order. */
  async bulk(lines: readonly string[]): Promise<readonly { readonly id: string; readonly status: number }[]> {
    const { status, body } = await this.send(
      'POST',
      `/${this.options.index}/_bulk`,
      `${lines.join('\n')}\n`,
      'application/x-ndjson',
    );
    if (status >= 300) throw this.failed('write', status);
    const { items } = body as { items: readonly Readonly<Record<string, { _id: string; status: number }>>[] };
    return items.flatMap((item) => Object.values(item).map(({ _id: id, status: own }) => ({ id, status: own })));
  }

  private async send(
    method: string,
    path: string,
    body: string,
    type = 'application/json',
  ): Promise<{ status: number; body: unknown }> {
    try {
      const answered = await fetch(this.base + path, {
        method,
        body,
        headers: {
          'content-type': type,
          ...(this.authorization !== undefined && { authorization: this.authorization }),
        },
        signal: AbortSignal.timeout(this.options.timeoutMs),
      });
      return { status: answered.status, body: await answered.json().catch(() => undefined) };
    } catch (cause) {
      throw new Fault('the search server does not answer', { retriable: true, cause });
    }
  }

  private failed(what: string, status: number): Fault {
    return new Fault(`the search server refused to ${what}: ${status}`, { retriable: true });
  }
}
