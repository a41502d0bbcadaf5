import { migrateService } from '@reprise/platform/service';
import { migrations } from './outbound/postgres/migrations/index.js';

await migrateService('finance', migrations);
