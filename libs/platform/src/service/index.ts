export * from './fault-point.js';
export * from './run-service.js';
export * from './migrate-service.js';
