export * from './audience';
export * from './clock';
export * from './grade';
export * from './id';
export * from './local-date';
export * from './page';
export * from './result';
export * from './text';
