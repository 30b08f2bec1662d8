export * from './outlines';
export * from './region';
export type { Line } from './simplify-line';
