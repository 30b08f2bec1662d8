export * from './change-feed';
export * from './fact-follower';
export * from './fact-sources';
export * from './graph-keeper';
export * from './outbox';
export * from './outbox.module';
export * from './outbox-state';
export * from './projector';
