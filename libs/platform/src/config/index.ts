export * from './fault-plan.js';
export * from './load-config.js';
export * from './parse-setting.js';
export * from './service-config.js';
export * from './setting.js';
