import type { DecisionBasis, DecisionKind } from './decision';

/** Texts that come along for decisions; their words are in the catalogue. */
export const SHIPPED_ANSWERS = ['STANDS', 'NOT_UNLAWFUL', 'CORRECTED', 'PERSONAL_DATA', 'UNLAWFUL'] as const;
export type ShippedAnswer = (typeof SHIPPED_ANSWERS)[number];

/** What each decides, and on what basis. */
export const SHIPPED_DECISIONS: Record<ShippedAnswer, { kind: DecisionKind; basis: DecisionBasis }> = {
  STANDS: { kind: 'NO_ACTION', basis: 'RULES' },
  NOT_UNLAWFUL: { kind: 'NO_ACTION', basis: 'LAW' },
  CORRECTED: { kind: 'CORRECTED', basis: 'RULES' },
  PERSONAL_DATA: { kind: 'CORRECTED', basis: 'LAW' },
  UNLAWFUL: { kind: 'REMOVED', basis: 'LAW' },
};
