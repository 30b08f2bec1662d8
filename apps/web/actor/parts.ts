import { ActorAlliances } from '@knotenpunkt/alliances/web';
import type { ComponentType } from 'react';
import { ActorCommitments } from '@knotenpunkt/agreements/web';
import { ActorSurroundings } from '@knotenpunkt/network/web';
import { ActorFits } from '@knotenpunkt/matching/web';
import { ActorInitiatives } from '@knotenpunkt/initiatives/web';
import { HistoryLink, type Steckbrief } from '@knotenpunkt/actors/web';
import { ActorContact } from './ActorContact';
import { HeldLink } from '../held/HeldLink';
import { ActorThread } from './ActorThread';
import { FollowActor } from './FollowActor';
import { ReportActor } from './ReportActor';
import { MergedEntries } from './MergedEntries';
import { Successions } from './Successions';

/** A part of the Steckbrief that a later room brings. It renders nothing, or its own section with title. */
export type ActorPart = ComponentType<{ actor: Steckbrief; onChange: () => void }>;

/** What later rooms add to the Steckbrief, in the order it is read. */
export const actorParts: {
  /** Buttons at the head, the main one last: "Melden", "Folgen", "Faden anlegen", "Kontakt anbahnen". */
  actions: ActorPart[];
  /** Those of an organisation that is there no more. */
  formerActions: ActorPart[];
  /** Below the head: what is worth knowing before one reads on. */
  notes: ActorPart[];
  /** Middle column and tab "Tut": Vorhaben, alliances. */
  does: ActorPart[];
  /** Middle column and tab "Zusagen". */
  promises: ActorPart[];
  /** Right column: the picture of the surroundings. On the phone under "Tut". */
  surroundings: ActorPart[];
  /** Right column and tab "Passt": who fits. */
  fits: ActorPart[];
} = {
  actions: [ReportActor, HistoryLink, FollowActor, HeldLink, ActorThread, ActorContact],
  formerActions: [HistoryLink],
  notes: [Successions, MergedEntries],
  does: [ActorInitiatives, ActorAlliances],
  promises: [ActorCommitments],
  surroundings: [ActorSurroundings],
  fits: [ActorFits],
};
