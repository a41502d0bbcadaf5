import { migrateService } from '@reprise/platform/service';
import { pricingMigrations } from './outbound/postgres/migrations/index.js';

await migrateService('pricing', pricingMigrations);
