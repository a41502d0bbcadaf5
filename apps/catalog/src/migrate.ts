import { migrateService } from '@reprise/platform/service';
import { catalogMigrations } from './outbound/postgres/migrations/index.js';

await migrateService('catalog', catalogMigrations);
