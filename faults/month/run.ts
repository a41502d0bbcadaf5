// Trades a month against the running system, spoils it, and checks that reconciliation finds just that: npm run month [-- --seed n --month 2026-10]
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { saleRecordedV1 } from '@reprise/contracts/events';
import { rawProduce } from '@reprise/platform/testing';
import { cellPorts } from '../../infra/platform/cell-ports.ts';
import { readStartConfig } from '../../infra/start.config.ts';
import { Random } from '../random.ts';
import { FinanceDesk } from './finance-desk.ts';
import type { Movement } from './money-trade.ts';
import { boundsOf, Ids, tradeOf } from './money-trade.ts';
import { plantBreaks } from './plant-breaks.ts';
import { renderFindings } from './render-findings.ts';
import { saleFactOf } from './sale-facts.ts';
import { settle } from './settled-month.ts';
import { textsOf } from './settlement-texts.ts';

const usage = `Usage: npm run month [-- options]      needs a running system: npm start

Sells, refunds and disputes a month in every market from a seed, has it settled in the files of payment providers and banks, spoils these in every
way there is, imports them, reconciles, and compares what was found with what was planted. All of it is made up and stays in the books of the
running system; npm run reset forgets it.

  --seed <n>       the same seed makes the same month (default 7)
  --month <m>      which one, such as 2026-10 (default: the last one)
  --scale <n>      how much trade; 1 is about a thousand sales (default 1)`;

const lastMonth = new Date(new Date().setUTCDate(0)).toISOString().slice(0, 7);
const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '7' },
    month: { type: 'string', default: lastMonth },
    scale: { type: 'string', default: '1' },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  console.log(usage);
  process.exit(0);
}

const { seed, month, scale } = options;
const random = new Random(Number(seed));
const trade = tradeOf(month, random, Number(scale));
const { settled, planted } = plantBreaks(trade, settle(month, trade, random), random);
const sales = trade.filter(({ kind }) => kind !== 'chargeback');

const regions = readStartConfig(process.env);
const credentialsFile = fileURLToPath(new URL('../../.local/credentials.json', import.meta.url));
const credentials = JSON.parse(await readFile(credentialsFile, 'utf8').catch(() => stop())) as { finance: string };
const gateway = `http://127.0.0.1:${regions['eu']?.gatewayPort}`;
const desk = new FinanceDesk(gateway, credentials.finance);

console.log(`${month}, seed ${seed}: ${sales.length} sales and refunds in eleven markets …`);
for (const region of ['eu', 'us'] as const) await tell(region);
for (let heard = 0; heard < sales.length; await sleep(500)) heard = await desk.countSales(sales);
for (const file of textsOf(month, settled.payouts)) console.log(await desk.import(file));
const [, end] = boundsOf(month);
const run = await desk.reconcile(new Date(end).toISOString());
const ours = new Set([
  ...trade.map(({ reference }) => reference),
  ...settled.payouts.flatMap(({ name, lines }) => [name, ...lines.flatMap((line) => [line.reference, line.payment])]),
]);
const findings = renderFindings(
  planted,
  // Whatever else was sold here has no settlement file, and is missing there.
  (await desk.breaksOf(run.id)).filter(({ reference }) => ours.has(reference)),
);
console.log(findings);
if (findings.includes('NOT as planted')) process.exitCode = 1;

/** As checkout of the region would say them. */
async function tell(region: 'eu' | 'us'): Promise<void> {
  const { gatewayPort = 0, ports, external } = regions[region] ?? {};
  const brokers = (external?.kafkaBrokers ?? `127.0.0.1:${cellPorts(gatewayPort, ports).kafka}`).split(',');
  const ids = new Ids(new Random(Number(seed)));
  const own = sales.filter(({ market }) => market.region === region);
  for (let at = 0; at < own.length; at += 200)
    await rawProduce(
      brokers,
      own.slice(at, at + 200).map((movement) => messageOf(movement, ids)),
    );
}

function messageOf(movement: Movement, ids: Ids) {
  const data = saleFactOf(movement);
  const { topic, type, v } = saleRecordedV1;
  const head = { id: ids.uuid(), type, v, occurredAt: movement.at.toISOString(), region: movement.market.region };
  const envelope = { ...head, market: data.market, key: data.orderId, version: data.version, data };
  return { topic: topic.name, key: envelope.key, value: JSON.stringify(envelope) };
}

function stop(): never {
  console.error('There is no running system here: npm start');
  process.exit(2);
}
