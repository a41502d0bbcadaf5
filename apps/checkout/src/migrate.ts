import { migrateService } from '@reprise/platform/service';
import { checkoutMigrations } from './outbound/postgres/migrations/index.js';

await migrateService('checkout', checkoutMigrations);
