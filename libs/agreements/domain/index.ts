export * from './commitment';
export * from './consent';
export * from './word-difference';
