import { Bug } from '@reprise/kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A migration written as SQL by hand. Lives in `src/outbound/postgres/migrations/0001-create-offers.ts` and is called
 * `CreateOffers0001`: the number at the end orders an app's migrations. Released migrations are never edited.
 */
export abstract class SqlMigration implements MigrationInterface {
  /** One or more statements; they run in one transaction together with the note that they ran. */
  abstract readonly sql: string;

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(this.sql);
  }

  /** We only go forward: what a released migration did is undone by a later one. */
  async down(): Promise<void> {
    throw new Bug('Migrations are not reverted: write a new one.');
  }
}

/** A migration as an app lists it. */
export type MigrationClass = new () => MigrationInterface;
