import type { ComponentType } from 'react';
import { OutsideHeld } from '@knotenpunkt/agreements/web';
import { AlliancesHeld } from '@knotenpunkt/alliances/web';
import { HeldContacts, HeldIntroductions, Rectify, ThreadsNaming } from '@knotenpunkt/coordination/web';
import { DismissedHeld, EngineHeld, OutcomesHeld } from '@knotenpunkt/matching/web';
import { NetworkNotesHeld } from '@knotenpunkt/network/web';

/** A part of what is held on an organisation, for its own people. It renders nothing, or its own sections with titles. */
export type HeldPart = ComponentType<{ actor: { id: string; slug: string; name: string } }>;

/** An alliance is an earlier room's, setting it right a later one's: here they come together. */
const Alliances: HeldPart = ({ actor }) => (
  <AlliancesHeld actor={actor} beside={(subjectId) => <Rectify subject={{ actorId: actor.id, subjectType: 'ALLIANCE', subjectId }} />} />
);

/** Likewise what the coordination notes in the network. */
const NetworkNotes: HeldPart = ({ actor }) => (
  <NetworkNotesHeld
    actor={actor}
    beside={(subjectId) => <Rectify subject={{ actorId: actor.id, subjectType: 'NETWORK_NOTE', subjectId }} />}
  />
);

const Outcomes: HeldPart = ({ actor }) => <OutcomesHeld actorId={actor.id} />;
const Threads: HeldPart = ({ actor }) => <ThreadsNaming actorId={actor.id} />;

/** What the rooms hold on an organisation, in the order it is read. Rooms add theirs here. */
export const heldParts: HeldPart[] = [
  EngineHeld,
  Outcomes,
  DismissedHeld,
  Threads,
  NetworkNotes,
  HeldIntroductions,
  HeldContacts,
  OutsideHeld,
  Alliances,
];
