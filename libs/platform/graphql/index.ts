export * from './connection';
export * from './context';
export * from './graphql.module';
export * from './limits';
export * from './results';
export * from './scalars';
export * from './schema-file';
export * from './websocket-door';
