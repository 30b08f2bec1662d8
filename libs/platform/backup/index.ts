export { ArchiveReader } from './archive-reader';
export * from './backup-log';
export { BackupError, type Manifest } from './manifest';
export * from './restore-backup';
export * from './take-backup';
export { removeOldBackups } from './remove-old-backups';
