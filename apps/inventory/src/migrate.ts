import { migrateService } from '@reprise/platform/service';
import { inventoryMigrations } from './outbound/postgres/migrations.js';

await migrateService('inventory', inventoryMigrations);
