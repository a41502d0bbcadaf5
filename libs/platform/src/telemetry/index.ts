export * from './censor.js';
export * from './logger.js';
export * from './metrics.js';
export * from './tracing.js';
export * from './messaging-metrics.js';
