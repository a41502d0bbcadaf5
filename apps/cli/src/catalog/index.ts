export * from './build-products.js';
export * from './datasets.js';
export * from './import-catalog.js';
export * from './post-products.js';
export * from './register-catalog-commands.js';
export * from './reject-report.js';
