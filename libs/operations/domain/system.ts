import type { LocalDate } from '@knotenpunkt/kernel';

/** Why a message was set aside, in a word that names nobody. */
export const SET_ASIDE_REASONS = ['NOBODY_TELLS', 'DATABASE_AWAY', 'NOT_READABLE'] as const;
export type SetAsideReason = (typeof SET_ASIDE_REASONS)[number];

/**
 * What kind of fault kept a change from the graph. The text of a fault may repeat what people entered, so only its kind is
 * shown; the text stands in the log of the process that works.
 */
export function reasonOf(fault: string): SetAsideReason {
  if (/^no room tells the facts of /.test(fault)) return 'NOBODY_TELLS';
  if (/timeout|timed? ?out|ECONN|EPIPE|connection|terminating|too many clients/i.test(fault)) return 'DATABASE_AWAY';
  return 'NOT_READABLE';
}

/** How old the newest backup may become, in hours, before the page warns. */
export const BACKUP_HOURS = 24;
export const BACKUP_STATES = ['FRESH', 'OLD', 'NONE'] as const;
export type BackupState = (typeof BACKUP_STATES)[number];

/** Whether the newest backup will do; null: there is none. */
export function backupState(takenAt: Date | null, now: Date): BackupState {
  if (takenAt === null) return 'NONE';
  return now.getTime() - takenAt.getTime() > BACKUP_HOURS * 3_600_000 ? 'OLD' : 'FRESH';
}

/** What asks for somebody's attention, the most urgent first. */
export const CONCERNS = ['GRAPH_AWAY', 'PROJECTOR_STANDS', 'SET_ASIDE', 'MAILS_FAILED', 'JOBS_FAILED', 'NO_BACKUP', 'BACKUP_OLD'] as const;
export type Concern = (typeof CONCERNS)[number];

/** A change that waits longer than this many seconds waits for a projector that stands. */
export const PATIENCE_SECONDS = 60;

export interface Findings {
  graphAnswers: boolean;
  oldestMessageAt: Date | null;
  setAside: number;
  mailsFailed: number;
  jobsFailed: number;
  backup: BackupState;
}

/** What is not as it should be. Empty: there is nothing to do. */
export function concernsOf(found: Findings, now: Date): Concern[] {
  const waitsLong = found.oldestMessageAt !== null && now.getTime() - found.oldestMessageAt.getTime() > PATIENCE_SECONDS * 1_000;
  const holds: Record<Concern, boolean> = {
    GRAPH_AWAY: !found.graphAnswers,
    PROJECTOR_STANDS: waitsLong,
    SET_ASIDE: found.setAside > 0,
    MAILS_FAILED: found.mailsFailed > 0,
    JOBS_FAILED: found.jobsFailed > 0,
    NO_BACKUP: found.backup === 'NONE',
    BACKUP_OLD: found.backup === 'OLD',
  };
  return CONCERNS.filter((concern) => holds[concern]);
}

/** What a migration is called and when it was written: `CreateBackup20261127024000`. */
export function migrationOf(name: string): { name: string; writtenOn: LocalDate | null } {
  const found = /^(.+?)(\d{4})(\d{2})(\d{2})\d{6}$/.exec(name);
  if (!found) return { name, writtenOn: null };
  return { name: found[1]!, writtenOn: `${found[2]}-${found[3]}-${found[4]}` };
}
