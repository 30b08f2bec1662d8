import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';

export const DUTY_PAGE = graphql(`
  query DutyPage($page: DutyPageName!) {
    dutyPage(page: $page) {
      page
      html
      videoUrl
      version
      changedAt
    }
  }
`);

export const DUTY_TEXT = graphql(`
  query DutyText($page: DutyPageName!) {
    dutyPage(page: $page) {
      page
      textDe
      textEn
      videoUrl
      version
    }
    dutyPageVersions(page: $page) {
      number
      textDe
      textEn
      videoUrl
      restoredFrom
      writtenAt
      personName
    }
  }
`);

const WRITE = graphql(`
  mutation WriteDutyPage($input: WriteDutyPageInput!) {
    writeDutyPage(input: $input) {
      ... on DutyPage {
        page
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const RESTORE = graphql(`
  mutation RestoreDutyPage($input: RestoreDutyPageInput!) {
    restoreDutyPage(input: $input) {
      ... on DutyPage {
        page
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export type ShownVersion = ResultOf<typeof DUTY_TEXT>['dutyPageVersions'][number];
export type EditedPage = ResultOf<typeof DUTY_TEXT>['dutyPage'];

export const useWritingDuty = () => useMutationAnswer(WRITE);
export const useRestoringDuty = () => useMutationAnswer(RESTORE);
