import type { TextLanguage } from '../text/tokens';

/** An organisation as a register knows it; unknown values are empty texts. */
export interface RegisteredActor {
  id: string;
  name: string;
  sector: string;
  country: string;
  city: string;
}

/** Something several did together. */
export interface RegisteredProject {
  id: string;
  /** What it is about, in prose. */
  text: string;
  /** The call or occasion several projects share; empty where there is none. */
  topic: string;
  /** The day it began, YYYY-MM-DD; empty where nobody knows. */
  startOn: string;
  /** How sure it is that those named did it together: 1 where all of them say so, less where one side does; missing: 1. */
  worth?: number;
}

export interface RegisteredParticipation {
  projectId: string;
  actorId: string;
  leads: boolean;
}

/** Who exists, what was done, and who took part. The order of the lists means nothing. */
export interface Register {
  actors: readonly RegisteredActor[];
  projects: readonly RegisteredProject[];
  participations: readonly RegisteredParticipation[];
  /** What most texts are written in; missing: German. */
  language?: TextLanguage;
}
