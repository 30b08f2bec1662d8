export * from './alliance';
export * from './alliance-text';
export * from './benches';
export * from './course';
export * from './formation';
export { messages } from './messages';
