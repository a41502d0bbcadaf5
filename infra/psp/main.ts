import { behaviourOf } from './behaviours.ts';
import { Ledger } from './ledger.ts';
import { createProviderServer } from './server.ts';
import { WebhookSender } from './webhooks.ts';

/** The test payment provider: its own process, its own file, so that nothing in the shop can change what it remembers. */
const port = Number(required('PSP_HTTP_PORT'));
const host = process.env['HTTP_HOST'] || '127.0.0.1';
const lateWebhookMs = Number(process.env['PSP_LATE_WEBHOOK_MS'] || 10_000);

const ledger = new Ledger(required('PSP_STATE_DIR'));
const webhooks = new WebhookSender(required('PSP_WEBHOOK_URL'), required('PSP_WEBHOOK_SECRET'), ledger);
const server = createProviderServer({ ledger, webhooks, lateWebhookMs });

server.listen(port, host, () => {
  const address = server.address();
  console.log(JSON.stringify({ msg: 'listening', port: typeof address === 'object' ? address?.port : port }));
  // What a crash interrupted: the receiver deduplicates by webhook id, so saying it again is safe.
  for (const entry of ledger.undelivered()) if (!silent(entry)) void webhooks.send(entry);
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    webhooks.stop();
    server.close(() => {
      ledger.close();
      process.exit(0);
    });
    server.closeAllConnections();
  });
}

function silent(entry: ReturnType<Ledger['undelivered']>[number]): boolean {
  return entry.kind === 'charge' && behaviourOf(entry.token).webhook === 'none';
}

function required(name: string): string {
  const value = process.env[name];
  if (value) return value;
  console.error(`${name} is not set (see infra/psp/README.md)`);
  return process.exit(78);
}
