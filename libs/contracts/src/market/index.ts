export * from './effective-dates.js';
export * from './fee-table.js';
export * from './locale-wording.js';
export * from './market-definition.js';
export * from './market-example.js';
export * from './market-json-schemas.js';
export * from './market-wording.js';
export * from './tax-table.js';
