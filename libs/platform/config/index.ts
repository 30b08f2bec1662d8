export * from './configuration';
export type { SignOnService } from './sign-on';
export * from './version';
