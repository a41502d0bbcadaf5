import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A line of the provider's ledger file. */
export interface LedgerLine {
  readonly kind: 'charge' | 'void' | 'refund' | 'delivered';
  readonly status?: 'succeeded' | 'declined';
  readonly reference?: string;
  readonly chargeId?: string;
  readonly webhookId?: string;
  readonly id: string;
  readonly amountMinor: number;
  readonly idempotencyKey: string;
}

const repository = join(import.meta.dirname, '../../..');

/** The payment provider as its own process. What it remembers is read from its file, not asked of it: an outside truth. */
export class ProviderProcess {
  readonly secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  private readonly stateDir = mkdtempSync(join(tmpdir(), 'reprise-psp-'));
  private child: ChildProcess | undefined;
  port = 0;

  constructor(
    private readonly webhookUrl: string,
    private readonly lateWebhookMs: number,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts it, on the port it had before if it had one. */
  async start(): Promise<void> {
    if (this.port === 0) this.port = await freePort();
    this.child = spawn(process.execPath, ['--no-warnings', 'infra/psp/main.ts'], {
      cwd: repository,
      env: {
        PSP_HTTP_PORT: String(this.port),
        PSP_STATE_DIR: this.stateDir,
        PSP_WEBHOOK_URL: this.webhookUrl,
        PSP_WEBHOOK_SECRET: this.secret,
        PSP_LATE_WEBHOOK_MS: String(this.lateWebhookMs),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const { stdout } = this.child;
    if (!stdout) throw new Error('the provider has no output');
    for await (const line of createInterface({ input: stdout })) if (line.includes('listening')) break;
    stdout.resume();
  }

  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.stateDir, { recursive: true, force: true });
  }

  ledger(): LedgerLine[] {
    const text = readFileSync(join(this.stateDir, 'ledger.jsonl'), 'utf8');
    return text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as LedgerLine);
  }

  /** What happened to the money of an order. */
  moneyOf(orderId: string): { captured: number[]; declined: number; refunded: number[]; voided: number } {
    const lines = this.ledger();
    const charges = lines.filter((line) => line.kind === 'charge' && line.reference === orderId);
    const captures = charges.filter((charge) => charge.status === 'succeeded');
    const isOurs = (line: LedgerLine) => captures.some((capture) => capture.id === line.chargeId);
    return {
      captured: captures.map((charge) => charge.amountMinor),
      declined: charges.length - captures.length,
      refunded: lines.filter((line) => line.kind === 'refund' && isOurs(line)).map((line) => line.amountMinor),
      voided: lines.filter((line) => line.kind === 'void' && line.idempotencyKey.includes(orderId)).length,
    };
  }
}

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
