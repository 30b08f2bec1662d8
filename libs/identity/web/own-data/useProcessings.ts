import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useQuery } from '@knotenpunkt/webkit/data';

const PROCESSINGS = graphql(`
  query DataProtection {
    dataProtection {
      backupsKeptDays
      processings {
        id
        title
        purpose
        of
        ground
        kept
        columns
        fates
      }
    }
  }
`);

export type ProcessingOf = ResultOf<typeof PROCESSINGS>['dataProtection']['processings'][number];

/** What is done with personal data, from the lists of the rooms. */
export function useProcessings() {
  const { data, error, refetch } = useQuery(PROCESSINGS);
  return { protection: data?.dataProtection ?? null, error, refetch };
}
