import type { DayPeriod } from '@knotenpunkt/kernel';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useQuery } from '@knotenpunkt/webkit/data';

const REPORT = graphql(`
  query CommitteeReport($period: DayPeriodInput!) {
    committeeReport(period: $period) {
      ... on CommitteeReport {
        title
        about
        sections {
          name
          title
          paragraphs
          figures {
            list
            value
            label
            address
          }
          table {
            columns
            rows {
              text
              address
            }
          }
          more {
            text
            address
          }
        }
      }
      ... on Refused {
        code
        field
      }
    }
  }
`);

type Answered = ResultOf<typeof REPORT>['committeeReport'];
export type ShownReport = Extract<Answered, { __typename: 'CommitteeReport' }>;

/** The report of a period as it is now; one that was read earlier does not count, because it says as of when it was made. */
export function useReport(period: DayPeriod) {
  const { data, error, loading, refetch } = useQuery(REPORT, { variables: { period }, fetchPolicy: 'network-only' });
  const answer = loading ? undefined : data?.committeeReport;
  return {
    report: answer?.__typename === 'CommitteeReport' ? answer : null,
    refusal: answer?.__typename === 'Refused' ? { code: answer.code, field: answer.field ?? null } : null,
    error,
    retry: () => void refetch(),
  };
}
