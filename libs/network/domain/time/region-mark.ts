import type { DatePrecision, Id, LocalDate } from '@knotenpunkt/kernel';

/** An event that was held, an alliance that was formed, a Vorhaben of many that began. */
export const MARK_KINDS = ['EVENT', 'ALLIANCE', 'INITIATIVE'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** Something of the region by which one remembers a day. */
export interface RegionMark {
  id: Id;
  kind: MarkKind;
  title: string;
  day: LocalDate;
  precision: DatePrecision;
  /** How many actors took part. */
  participants: number;
  /** Of the alliance, or of the Vorhaben; null for an event that belongs to none. */
  slug: string | null;
}
