import { CreateOutbox0001 } from './migrations/0001-create-outbox.js';
import { CreateInbox0002 } from './migrations/0002-create-inbox.js';
import { CreateDeadLetter0003 } from './migrations/0003-create-dead-letter.js';
import { CreateDeadLetterAction0004 } from './migrations/0004-create-dead-letter-action.js';
import { PackOutbox0005 } from './migrations/0005-pack-outbox.js';
import type { MigrationClass } from './sql-migration.js';

/** The tables messaging keeps in every service's database. An app lists these first: `[...platformMigrations, CreateOffers0001]`. */
export const platformMigrations: readonly MigrationClass[] = [
  CreateOutbox0001,
  CreateInbox0002,
  CreateDeadLetter0003,
  CreateDeadLetterAction0004,
  PackOutbox0005,
];
