export * from './community';
export * from './findings';
export * from './network-columns';
export * from './placing';
export * from './tie-sentence';
