export * from './alliance';
export * from './alliance-text';
export * from './benches';
export * from './course';
export * from './employees-side';
export * from './formation';
export * from './question-words';
export * from './review';
export { messages } from './messages';
