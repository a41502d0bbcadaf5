import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cell } from '../../infra/platform/start-cell.ts';
import type { Fault } from './fault.ts';

/** F5: sessions are ended in the middle of commits, and the server crashes. */
export const killPostgres: Fault = {
  id: 'F5',
  title: 'PostgreSQL: sessions ended, immediate stop, SIGKILL',
  run: async ({ shop, rounds, inject }) => {
    const mend = (): Promise<void> => shop.cell.process('postgres').waitUntilReady(60_000);
    for (let round = 0; round < rounds; round += 1) {
      await inject(() => endSessions(shop.cell));
      await inject(
        () => void shop.cell.kill('postgres', 'SIGQUIT'),
        async () => {
          await sleep(500);
          await mend();
        },
      );
      if (round % 3 === 0) await inject(() => void shop.cell.kill('postgres', 'SIGKILL'), mend);
    }
  },
};

/** F7: one service is cut off from its database for a while; the others go on. */
export const cutDatabase: Fault = {
  id: 'F7',
  title: 'a service cut off from its database for 8 s; the mirror between regions killed',
  run: async ({ shop, rounds, random, inject }) => {
    for (let round = 0; round < rounds; round += 1) {
      const database = random.pick(['checkout', 'inventory', 'pricing', 'finance']);
      await inject(
        async () => {
          await asSuperuser(shop.cell, `ALTER DATABASE ${database} ALLOW_CONNECTIONS false`);
          await endSessions(shop.cell, database);
          await sleep(8_000);
        },
        () => asSuperuser(shop.cell, `ALTER DATABASE ${database} ALLOW_CONNECTIONS true`),
      );
      await inject(() => void shop.system.mirror?.kill('SIGKILL'));
    }
  },
};

/** F14: somebody holds the rows everybody wants. */
export const slowSql: Fault = {
  id: 'F14',
  title: 'stock rows locked for 8 s',
  run: async ({ shop, rounds, goods, inject }) => {
    const ids = [...goods.plenty, ...goods.scarce].map(({ offerId }) => offerId);
    for (let round = 0; round < rounds; round += 1)
      await inject(async () => {
        const client = new pg.Client({ connectionString: shop.cell.databaseUrl('inventory') });
        await client.connect();
        await client.query('BEGIN');
        await client.query('SELECT 1 FROM stock WHERE offer_id = ANY ($1::uuid[]) ORDER BY offer_id FOR UPDATE', [ids]);
        await sleep(8_000);
        await client.query('ROLLBACK');
        await client.end();
      });
  },
};

function endSessions(cell: Cell, database?: string): Promise<void> {
  return asSuperuser(
    cell,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND usename = 'reprise'
      ${database === undefined ? '' : `AND datname = '${database}'`}`,
  );
}

async function asSuperuser(cell: Cell, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: cell.platform.superuserUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
