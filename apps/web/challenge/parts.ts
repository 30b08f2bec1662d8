import type { ComponentType } from 'react';
import type { ShownChallenge } from '@knotenpunkt/challenges/web';
import { MissingAtTable } from '@knotenpunkt/matching/web';

/** A part of a question's page that a later room brings. It renders nothing, or its own section with title. */
export type ChallengePart = ComponentType<{ challenge: ShownChallenge }>;

/** What later rooms add to the page of a question, in the order it is read: who is missing at its table. */
export const challengeParts: ChallengePart[] = [MissingAtTable];
