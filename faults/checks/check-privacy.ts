import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canary } from '../buyers.ts';
import type { Shop } from '../start-shop.ts';
import { query } from './databases.ts';
import type { DatabaseName } from './databases.ts';
import { violations } from './violation.ts';
import type { Violation } from './violation.ts';

/** I10: personal data is in checkout's tables of its own region and nowhere else: no topic, no log, no other database. */
export async function checkPrivacy(shop: Shop): Promise<Violation[]> {
  const found = [...logsWithCanary(shop), ...(await topicsWithCanary(shop)), ...(await databasesWithCanary(shop))];
  return violations('I10', (where: string) => `personal data in ${where}`, found);
}

function logsWithCanary({ stateDir }: Shop): string[] {
  const folder = join(stateDir, 'logs');
  return readdirSync(folder).filter((file) => readFileSync(join(folder, file), 'utf8').includes(canary));
}

async function topicsWithCanary({ cell, other }: Shop): Promise<string[]> {
  const { asKafkaAdmin, rawConsume } = await import('@reprise/platform/testing');
  const found: string[] = [];
  for (const { region, kafkaBrokers } of [cell, other]) {
    const brokers = kafkaBrokers.split(',');
    const topics = await asKafkaAdmin(brokers, (admin) => admin.listTopics());
    for (const topic of topics.filter((name) => /^(\w\w\.)?(checkout|inventory)\./.test(name))) {
      const messages = await rawConsume(brokers, topic);
      if (messages.some(({ value }) => value?.toString().includes(canary))) found.push(`${region} topic ${topic}`);
    }
  }
  return found;
}

async function databasesWithCanary({ cell, other }: Shop): Promise<string[]> {
  const found: string[] = [];
  for (const each of [cell, other])
    for (const database of ['pricing', 'inventory', 'finance'] as const satisfies readonly DatabaseName[]) {
      const tables = await query<{ name: string }>(
        each,
        database,
        `SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
      );
      for (const { name } of tables) {
        const rows = await query(each, database, `SELECT 1 FROM ${name} AS t WHERE t::text LIKE $1 LIMIT 1`, [
          `%${canary}%`,
        ]);
        if (rows.length > 0) found.push(`${each.region} ${database}.${name}`);
      }
    }
  return found;
}
