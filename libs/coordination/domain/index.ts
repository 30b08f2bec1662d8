export * from './contact-request';
export * from './contact-words';
export * from './introduction';
export * from './introduction-answers';
export * from './introduction-asking';
export * from './introduction-course';
export * from './introduction-words';
export * from './messages';
