export * from './contact-request';
export * from './messages';
