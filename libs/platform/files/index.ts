export { answerUpload } from './answer-upload';
export * from './documents';
export * from './file-store';
export * from './files.module';
export * from './pictures';
export * from './sheets';
export { turnAway } from './read-bytes';
export { Turns } from './turns';
export * from './write-workbook';
