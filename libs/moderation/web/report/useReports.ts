import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';

export const CONTENT_REPORTS = graphql(`
  query ContentReports($first: Int!, $after: String, $decided: Boolean) {
    contentReports(first: $first, after: $after, decided: $decided) {
      edges {
        node {
          id
          reference
          subjectType
          subjectTitle
          subjectAddress
          reason
          explanation
          place
          name
          email
          state
          createdAt
          erasedOn
          decisions {
            kind
            facts
            basis
            ground
            onAppeal
            decidedAt
            personName
          }
          appeals {
            side
            text
            appealedAt
          }
          whyNotDecide
          hidesByItself
          version
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const DECIDE = graphql(`
  mutation DecideContentReport($input: DecideContentReportInput!) {
    decideContentReport(input: $input) {
      ... on ContentReport {
        id
        state
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export type QueuedReport = ResultOf<typeof CONTENT_REPORTS>['contentReports']['edges'][number]['node'];

export const useDeciding = () => useMutationAnswer(DECIDE);
