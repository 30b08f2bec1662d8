export * from './alliance';
export * from './alliance-text';
export * from './benches';
export * from './course';
export * from './formation';
export * from './question-words';
export { messages } from './messages';
