export * from './database';
export * from './database.module';
export * from './data-source';
export * from './embedded-postgres';
export * from './migrate';
export * from './unit-of-work';
export * from './update-versioned';
export * from './clock';
