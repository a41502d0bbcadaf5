export * from './money.js';
export * from './tax-line.js';
export * from './vocabulary.js';
