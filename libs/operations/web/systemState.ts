import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';

export const SYSTEM_STATE = graphql(`
  query SystemState {
    systemState {
      askedAt
      version
      startedAt
      seq
      graphs {
        kind
        seq
        behind
      }
      messagesWaiting
      oldestMessageAt
      setAsideCount
      setAside {
        id
        subjectType
        subjectId
        regionName
        setAsideAt
        reason
      }
      mails {
        configured
        waiting
        failed
        oldestFailedAt
      }
      jobs {
        name
        waiting
        running
        failed
      }
      backup {
        takenAt
        seq
        rows
        bytes
        file
      }
      backupState
      sentenceModel {
        state
        name
        unread
      }
      databaseBytes
      databaseVersion
      migrationCount
      lastMigration
      concerns
    }
  }
`);

/** How the installation is doing, as the page has it. */
export type SystemState = ResultOf<typeof SYSTEM_STATE>['systemState'];

export interface SectionProps {
  state: SystemState;
  /** Asks again, after something was done. */
  onChange: () => void;
}
