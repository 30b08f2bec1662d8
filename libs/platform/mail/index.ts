export * from './fill';
export * from './mail';
export * from './mail.module';
