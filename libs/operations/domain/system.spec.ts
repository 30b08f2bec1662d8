import fc from 'fast-check';
import { backupState, concernsOf, migrationOf, reasonOf, SET_ASIDE_REASONS, type Findings } from './system';

const now = new Date('2026-11-27T12:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const well: Findings = { graphAnswers: true, oldestMessageAt: null, setAside: 0, mailsFailed: 0, jobsFailed: 0, backup: 'FRESH' };

describe('the state of the installation', () => {
  it.each([
    ['no room tells the facts of lighthouse', 'NOBODY_TELLS'],
    ['Query read timeout', 'DATABASE_AWAY'],
    ['Connection terminated unexpectedly', 'DATABASE_AWAY'],
    ['connect ECONNREFUSED 127.0.0.1:5432', 'DATABASE_AWAY'],
    ['canceling statement due to statement timeout', 'DATABASE_AWAY'],
    ['invalid input syntax for type uuid: "Kim Beispiel"', 'NOT_READABLE'],
    ['', 'NOT_READABLE'],
  ])('says of "%s" only %s', (fault, reason) => {
    expect(reasonOf(fault)).toBe(reason);
  });

  it('never repeats the text of a fault', () => {
    fc.assert(fc.property(fc.string(), (fault) => SET_ASIDE_REASONS.includes(reasonOf(fault))));
  });

  it.each([
    [null, 'NONE'],
    [hoursAgo(0), 'FRESH'],
    [hoursAgo(24), 'FRESH'],
    [hoursAgo(24.1), 'OLD'],
  ])('finds a backup of %s %s', (takenAt, state) => {
    expect(backupState(takenAt, now)).toBe(state);
  });

  it('has nothing to tell when all is well, and names each thing that is not', () => {
    expect(concernsOf(well, now)).toEqual([]);
    expect(concernsOf({ ...well, oldestMessageAt: hoursAgo(0.01) }, now)).toEqual([]);
    expect(concernsOf({ ...well, oldestMessageAt: hoursAgo(0.02) }, now)).toEqual(['PROJECTOR_STANDS']);
    expect(
      concernsOf({ graphAnswers: false, oldestMessageAt: hoursAgo(1), setAside: 1, mailsFailed: 2, jobsFailed: 3, backup: 'NONE' }, now),
    ).toEqual(['GRAPH_AWAY', 'PROJECTOR_STANDS', 'SET_ASIDE', 'MAILS_FAILED', 'JOBS_FAILED', 'NO_BACKUP']);
    expect(concernsOf({ ...well, backup: 'OLD' }, now)).toEqual(['BACKUP_OLD']);
  });

  it('reads when a migration was written', () => {
    expect(migrationOf('CreateBackup20261127024000')).toEqual({ name: 'CreateBackup', writtenOn: '2026-11-27' });
    expect(migrationOf('Something')).toEqual({ name: 'Something', writtenOn: null });
  });
});
