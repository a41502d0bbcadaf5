import { consume } from './consumer.ts';
import { table } from './memory-database.ts';
import type { SimulatedShop } from './shop.ts';
import type { Life } from './world.ts';

/** One booking for each time a fact was taken: that it is one is the inbox's doing alone. */
export const bookings = table<{ readonly factId: string; readonly orderId: string; readonly data: unknown }>('booking');

/** Finance as far as the simulator needs it: it books what it hears. */
export function startFinance({ world, broker, databases, groups, setAside }: SimulatedShop, life: Life): Life {
  consume(life, {
    ...{ world, broker, database: databases.finance, group: groups.finance, topics: ['checkout.sale'] },
    setAside: setAside('finance'),
    hear: async (facts, tx) => {
      await tx.statement('books');
      for (const { factId, key, data } of facts) tx.append(bookings, { factId, orderId: key, data });
    },
  });
  return life;
}
