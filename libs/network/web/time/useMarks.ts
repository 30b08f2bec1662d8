import { useMemo } from 'react';
import { addDays, type LocalDate } from '@knotenpunkt/kernel';
import { addressOf, type RegionMark } from '@knotenpunkt/network/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useQuery } from '@knotenpunkt/webkit/data';

const MARKS = graphql(`
  query NetworkMarks {
    networkMarks {
      id
      kind
      title
      day
      precision
      participants
      slug
    }
  }
`);

/** A mark with where one reads about it, and the day to compare with. */
export interface ShownMark extends Omit<RegionMark, 'slug'> {
  address: string | null;
  /** The day before: what the day itself brought is told too. */
  eve: LocalDate;
}

const NONE: readonly ShownMark[] = [];
const NODE_TYPES = { EVENT: 'Initiative', ALLIANCE: 'Alliance', INITIATIVE: 'Initiative' };

/** What happened in the region, in order of days. */
export function useMarks(): readonly ShownMark[] {
  const { data } = useQuery(MARKS);
  const marks = data?.networkMarks;
  return useMemo(
    () =>
      marks?.map(({ slug, ...mark }) => ({
        ...mark,
        address: addressOf({ nodeType: NODE_TYPES[mark.kind], slug: slug ?? null, declared: false }),
        eve: addDays(mark.day, -1),
      })) ?? NONE,
    [marks],
  );
}
