import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { mintToken } from '@reprise/platform/http';
import { exportJWK, generateKeyPair } from 'jose';

const repository = join(import.meta.dirname, '../../..');
const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
const named = { kid: 'test', alg: 'EdDSA' };
const privateJwk = { ...(await exportJWK(privateKey)), ...named };

/** Pricing as its own process, as it is deployed, on a database that is given. No broker answers it: what it says stays in its outbox. */
export class PricingProcess {
  private child: ChildProcess | undefined;
  url = '';

  constructor(private readonly databaseUrl: string) {}

  /** Starts it, and answers once it listens. */
  async start(): Promise<void> {
    this.child = spawn(process.execPath, ['--no-warnings', 'apps/pricing/dist/main.js'], {
      cwd: repository,
      env: {
        REGION: 'eu',
        PRICING_HTTP_PORT: '0',
        PRICING_DATABASE_URL: this.databaseUrl,
        KAFKA_BROKERS: '127.0.0.1:1',
        AUTH_JWKS: JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), ...named }] }),
        PRICING_QUOTE_PRIVATE_JWK: JSON.stringify(privateJwk),
        HTTP_CHECK_ANSWERS: 'true',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const { stdout } = this.child;
    if (!stdout) throw new Error('pricing has no output');
    for await (const line of createInterface({ input: stdout })) {
      const port = /"port":(\d+)/.exec(line.includes('http.listening') ? line : '')?.[1];
      if (port === undefined) continue;
      this.url = `http://127.0.0.1:${port}`;
      break;
    }
    if (this.url === '') throw new Error('pricing ended without listening: has it been built?');
    stdout.resume();
  }

  sellerToken(sellerId: string): Promise<string> {
    return mintToken({ role: 'seller', sub: sellerId, ttlSeconds: 600 }, privateJwk);
  }

  opsToken(): Promise<string> {
    return mintToken({ role: 'ops', sub: 'spec', ttlSeconds: 600 }, privateJwk);
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    this.url = '';
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}
