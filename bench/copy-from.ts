import { createReadStream } from 'node:fs';
import type pg from 'pg';

/** The half of pg's connection that COPY speaks with. */
interface CopyConnection {
  query(sql: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  readonly stream: { once(event: 'drain', then: () => void): void; readonly writableNeedDrain: boolean };
}

/** Sends a CSV file into a table with COPY, in 64 KB pieces, as psql does. */
export async function copyFrom(pool: pg.Pool, table: string, file: string): Promise<void> {
  const client = await pool.connect();
  try {
    await new Promise<void>((resolve, reject) => {
      // pg takes anything with these methods for a query (its own pg-copy-streams is one).
      const copy = {
        submit: (connection: CopyConnection) => connection.query(`COPY ${table} FROM STDIN (FORMAT csv)`),
        handleCopyInResponse: (connection: CopyConnection) => void feed(connection, file).catch(reject),
        handleCommandComplete: () => undefined,
        handleReadyForQuery: () => resolve(),
        handleError: reject,
      };
      client.query(copy as unknown as pg.Submittable);
    });
  } finally {
    client.release();
  }
}

async function feed(connection: CopyConnection, file: string): Promise<void> {
  for await (const chunk of createReadStream(file)) {
    connection.sendCopyFromChunk(chunk as Buffer);
    if (connection.stream.writableNeedDrain)
      await new Promise<void>((resolve) => connection.stream.once('drain', resolve));
  }
  connection.endCopyFrom();
}
