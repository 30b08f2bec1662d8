export * from './contact-request';
export * from './contact-words';
export * from './messages';
