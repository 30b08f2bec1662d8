export * from './test-database';
export * from './test-app';
export * from './neo4j-library';
