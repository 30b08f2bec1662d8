import { type DatePrecision, type LocalDate, slugOf } from '@knotenpunkt/kernel';
import file from './seed/dortmund.json' with { type: 'json' };
import type {
  RegionSeed,
  SeedActor,
  SeedActorKind,
  SeedCertainty,
  SeedChallenge,
  SeedEntry,
  SeedEvent,
  SeedInitiative,
} from './region-seed';
import { endOfMonth, requireSeedDate } from './seed-date';

/** What the press reported until this day; states follow from it and never from the day of loading. */
export const DORTMUND_AS_OF: LocalDate = '2024-04-30';

/** The fields of the file that are read, all of them as the file has them: missing means not reported. */
interface DortmundFile {
  source: string;
  actors: {
    id: string;
    name: string;
    kind: string;
    summary: string;
    themes: string[];
    offers: string[];
    needs: string[];
    city: string;
    parent?: string;
    website?: string;
    collective?: boolean;
  }[];
  relations: { type: string; source: string; target: string; certainty?: string }[];
  initiatives: {
    id: string;
    title: string;
    kind: string;
    summary: string;
    lead: string;
    leadCertainty?: string;
    partners: string[];
    themes: string[];
    start?: string;
    end?: string;
    status?: string;
    budgetEur?: number;
    budgetStatus?: string;
    partOf?: string;
  }[];
  events: {
    title: string;
    date: string;
    start: string | null;
    end: string | null;
    venue: string;
    initiative: string;
    actors: string[];
    registration?: string;
    livestream?: boolean;
    format: string;
    audience?: string;
    status: string;
    participantsApprox?: number;
  }[];
  challenges: { id: string; title: string; themes: string[]; sectorsWanted: string[]; origin: string }[];
}

/** Dortmund as reported: nobody signs in, consents or promises, and nothing is said that the file does not say. */
export function dortmundSeed(): RegionSeed {
  const dortmund: DortmundFile = file;
  return {
    region: {
      slug: 'dortmund',
      nameDe: 'Dortmund',
      nameEn: 'Dortmund',
      language: 'de',
      timeZone: 'Europe/Berlin',
      extent: [7.3, 51.41, 7.64, 51.6],
      example: false,
      asOf: DORTMUND_AS_OF,
      sourceNote: dortmund.source,
    },
    people: [],
    actors: dortmund.actors.map(actorOf),
    memberships: dortmund.relations.map((relation) => ({
      member: relation.source,
      of: relation.target,
      certainty: certaintyOf(relation.certainty),
      since: null,
    })),
    declaredTies: [],
    entries: dortmund.actors.flatMap((actor) => [
      ...actor.offers.map((text, at) => entryOf(actor.id, 'OFFER', text, at)),
      ...actor.needs.map((text, at) => entryOf(actor.id, 'NEED', text, at)),
    ]),
    initiatives: dortmund.initiatives.map(initiativeOf),
    events: dortmund.events.map(eventOf),
    challenges: dortmund.challenges.map(challengeOf),
    alliances: [],
    allianceWork: [],
    commitments: [],
    introductions: [],
    threads: [],
    registrations: [],
    outsidePromises: [],
    suggestions: [],
    contentReports: [],
    networkViews: [],
    networkRounds: [],
    networkNotes: [],
    successions: [],
    outlines: null,
  };
}

function actorOf(actor: DortmundFile['actors'][number]): SeedActor {
  return {
    key: actor.id,
    kind: actor.kind as SeedActorKind,
    name: actor.name,
    shortName: null,
    summary: actor.summary,
    description: null,
    themes: actor.themes,
    competences: [],
    city: actor.city,
    district: null,
    lat: null,
    lon: null,
    website: actor.website ? `https://${actor.website}` : null,
    size: null,
    parent: actor.parent ?? null,
    collective: actor.collective ?? false,
    confirmedOn: null,
    contacts: [],
  };
}

/** The file has one line an offer or need; its themes would be a guess. */
function entryOf(actor: string, direction: SeedEntry['direction'], text: string, at: number): SeedEntry {
  return {
    key: `${actor}-${direction.toLowerCase()}-${at + 1}`,
    actor,
    direction,
    title: text,
    text,
    themes: [],
    competences: [],
    fromOn: null,
    untilOn: null,
    confirmedOn: null,
    audience: 'PUBLIC',
  };
}

function initiativeOf(initiative: DortmundFile['initiatives'][number]): SeedInitiative {
  const start = optionalDate(initiative.start);
  const end = optionalDate(initiative.end);
  return {
    key: initiative.id,
    title: initiative.title,
    kind: initiative.kind as SeedInitiative['kind'],
    state: stateOf(initiative.status, start, end),
    summary: initiative.summary,
    description: null,
    lead: initiative.lead,
    leadCertainty: certaintyOf(initiative.leadCertainty),
    partners: initiative.partners.map((actor) => ({ actor, role: 'PARTNER', state: 'STATED', since: null })),
    themes: initiative.themes,
    wanted: [],
    startOn: start?.on ?? null,
    startPrecision: start?.precision ?? 'DAY',
    endOn: end?.on ?? null,
    endPrecision: end?.precision ?? 'DAY',
    nextStep: null,
    budget: initiative.budgetEur === undefined ? null : { planned: initiative.budgetEur, decided: null, spent: null },
    results: [],
    partOf: initiative.partOf ?? null,
  };
}

type KnownDate = { on: LocalDate; precision: DatePrecision } | null;

/**
 * A state the file names stands. Otherwise the dates decide as of the day reported; without any date the file describes
 * something that is being done.
 */
function stateOf(status: string | undefined, start: KnownDate, end: KnownDate): SeedInitiative['state'] {
  if (status) return status as SeedInitiative['state'];
  const lastDay = end && (end.precision === 'MONTH' ? endOfMonth(end.on) : end.on);
  if (lastDay && lastDay < DORTMUND_AS_OF) return 'FINISHED';
  return start && start.on > DORTMUND_AS_OF ? 'PROPOSED' : 'ACTIVE';
}

/** The file does not say who hosts: all who are named take part. "ANNOUNCED" stays so, whether the day has passed or not. */
function eventOf(event: DortmundFile['events'][number]): SeedEvent {
  const date = requireSeedDate(event.date, DORTMUND_AS_OF);
  return {
    key: slugOf(`${event.date} ${event.title}`),
    title: event.title,
    format: event.format as SeedEvent['format'],
    initiative: event.initiative,
    dateOn: date.on,
    datePrecision: date.precision,
    startTime: event.start,
    endTime: event.end,
    venue: event.venue,
    hosts: [],
    participants: event.actors,
    forWhom: event.audience ?? null,
    registration: (event.registration ?? null) as SeedEvent['registration'],
    livestream: event.livestream ?? false,
    state: event.status as SeedEvent['state'],
    approximateParticipants: event.participantsApprox ?? null,
  };
}

function challengeOf(challenge: DortmundFile['challenges'][number]): SeedChallenge {
  return {
    key: challenge.id,
    question: challenge.title,
    context: null,
    concerns: null,
    askedBy: null,
    themes: challenge.themes,
    competences: [],
    benches: challenge.sectorsWanted.map((kind) => ({ kind: kind as SeedActorKind, minimum: 1 })),
    untilOn: null,
    state: 'PUBLISHED',
    origin: challenge.origin as SeedChallenge['origin'],
  };
}

function certaintyOf(certainty: string | undefined): SeedCertainty {
  return certainty === 'INFERRED' ? 'INFERRED' : 'REPORTED';
}

function optionalDate(text: string | undefined): KnownDate {
  return text === undefined ? null : requireSeedDate(text, DORTMUND_AS_OF);
}
