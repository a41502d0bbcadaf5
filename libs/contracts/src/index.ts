export * from './money.js';
export * from './quote-token.js';
export * from './returns.js';
export * from './webhooks.js';
export * from './sellers.js';
export * from './tax-line.js';
export * from './vocabulary.js';
