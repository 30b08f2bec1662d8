import type { LocalDate } from '@knotenpunkt/kernel';
import actorsFile from './seed/harkenrode-actors.json' with { type: 'json' };
import allianceWorkFile from './seed/harkenrode-alliance-work.json' with { type: 'json' };
import alliancesFile from './seed/harkenrode-alliances.json' with { type: 'json' };
import commitmentsFile from './seed/harkenrode-commitments.json' with { type: 'json' };
import entriesFile from './seed/harkenrode-entries.json' with { type: 'json' };
import initiativesFile from './seed/harkenrode-initiatives.json' with { type: 'json' };
import networkFile from './seed/harkenrode-network.json' with { type: 'json' };
import introductionsFile from './seed/harkenrode-introductions.json' with { type: 'json' };
import reportsFile from './seed/harkenrode-reports.json' with { type: 'json' };
import suggestionsFile from './seed/harkenrode-suggestions.json' with { type: 'json' };
import outlinesFile from './seed/harkenrode-outlines.json' with { type: 'json' };
import needsFile from './seed/harkenrode-needs.json' with { type: 'json' };
import threadsFile from './seed/harkenrode-threads.json' with { type: 'json' };
import regionFile from './seed/harkenrode.json' with { type: 'json' };
import type {
  RegionSeed,
  SeedActor,
  SeedAlliance,
  SeedAllianceMember,
  SeedAllianceWork,
  SeedChallenge,
  SeedCommitment,
  SeedContact,
  SeedContentReport,
  SeedDeclaredTie,
  SeedEntry,
  SeedEvent,
  SeedInitiative,
  SeedIntroduction,
  SeedIntroductionSide,
  SeedMembership,
  SeedOutsidePromise,
  SeedPartner,
  SeedPerson,
  SeedRegistration,
  SeedRegion,
  SeedThread,
  SeedSuggestion,
  SeedTerms,
} from './region-seed';
import { requireSeedDate, resolveDates } from './seed-date';

/** As the files have it: `Required` must be written, everything else has a default or is unknown (null). */
type Written<Whole, Required extends keyof Whole> = Pick<Whole, Required> & Partial<Whole>;

type WrittenContact = Written<SeedContact, 'name' | 'role' | 'email' | 'visibility'>;
type ActorDetails = Partial<Omit<SeedActor, 'contacts'>> & { contacts?: WrittenContact[] };
type WrittenActor = Pick<SeedActor, 'key' | 'kind' | 'name' | 'summary' | 'themes'> & ActorDetails;
type WrittenPartner = Written<SeedPartner, 'actor'>;
type WrittenBudget = Partial<NonNullable<SeedInitiative['budget']>>;
type WrittenWanted = Written<SeedInitiative['wanted'][number], 'text'>;
type WrittenResult = Written<SeedInitiative['results'][number], 'text' | 'on'>;
type WrittenInitiative = Written<
  Omit<SeedInitiative, 'partners' | 'budget' | 'wanted' | 'results'>,
  'key' | 'title' | 'kind' | 'state' | 'summary' | 'lead' | 'themes'
> & { partners?: WrittenPartner[]; budget?: WrittenBudget; wanted?: WrittenWanted[]; results?: WrittenResult[] };
type WrittenEvent = Written<SeedEvent, 'key' | 'title' | 'format' | 'dateOn' | 'hosts' | 'participants' | 'state'>;
type WrittenChallenge = Written<SeedChallenge, 'key' | 'question' | 'themes' | 'benches' | 'state'>;
type WrittenMember = Written<SeedAllianceMember, 'actor' | 'bench' | 'answer' | 'commitment'>;
type Milestone = SeedAlliance['milestones'][number];
type WrittenAlliance = Written<Omit<SeedAlliance, 'members' | 'milestones'>, 'key' | 'challenge' | 'title' | 'purpose' | 'state'> & {
  members: WrittenMember[];
  milestones?: Written<Milestone, 'text' | 'dueOn'>[];
};
type WrittenStatement = Written<SeedAllianceWork['statements'][number], 'key' | 'kind' | 'text' | 'on' | 'by'>;
type WrittenWork = Omit<SeedAllianceWork, 'statements' | 'tasks'> & {
  statements: WrittenStatement[];
  tasks: Written<SeedAllianceWork['tasks'][number], 'key' | 'by' | 'text' | 'dueOn'>[];
};
type WrittenCommitment = Written<SeedCommitment, 'key' | 'actor' | 'purpose' | 'text' | 'dueOn' | 'state' | 'promisedOn'>;
type WrittenIntroductionSide = Written<SeedIntroductionSide, 'actor'>;
type WrittenIntroduction = Written<Omit<SeedIntroduction, 'first' | 'goBetween' | 'second'>, 'key' | 'purpose' | 'reason' | 'askedOn'> &
  Record<'first' | 'goBetween' | 'second', WrittenIntroductionSide>;
type WrittenThread = Written<SeedThread, 'key' | 'title' | 'openedOn' | 'attendedOn'>;
interface Need {
  id: string;
  actor: string;
  title: string;
  text: string;
  themes: string[];
}

/** All files of Harkenrode under the types they are read as; `today+60` and the like still stand in them. */
interface HarkenrodeFiles {
  region: SeedRegion;
  people: SeedPerson[];
  memberships: SeedMembership[];
  declaredTies: SeedDeclaredTie[];
  registrations: Written<SeedRegistration, 'key' | 'person' | 'position' | 'evidence' | 'askedOn'>[];
  known: { id: string; kind: string; name: string; summary: string; themes: string[] }[];
  offers: Need[];
  needs: Need[];
  details: Record<string, ActorDetails>;
  added: WrittenActor[];
  entries: Record<string, Partial<SeedEntry>>;
  initiatives: WrittenInitiative[];
  events: WrittenEvent[];
  challenges: WrittenChallenge[];
  alliances: WrittenAlliance[];
  allianceWork: WrittenWork[];
  commitments: WrittenCommitment[];
  introductions: WrittenIntroduction[];
  suggestions: SeedSuggestion[];
  outsidePromises: SeedOutsidePromise[];
  threads: WrittenThread[];
  contentReports: SeedContentReport[];
  successions: RegionSeed['successions'];
  network: Pick<RegionSeed, 'networkViews' | 'networkRounds' | 'networkNotes'>;
}

const files = {
  region: regionFile.region,
  people: regionFile.people,
  memberships: regionFile.memberships,
  declaredTies: regionFile.declaredTies,
  registrations: regionFile.registrations,
  successions: regionFile.successions,
  known: needsFile.actors,
  offers: needsFile.offers,
  needs: needsFile.needs,
  details: actorsFile.details,
  added: actorsFile.added,
  entries: entriesFile.entries,
  initiatives: initiativesFile.initiatives,
  events: initiativesFile.events,
  challenges: alliancesFile.challenges,
  alliances: alliancesFile.alliances,
  allianceWork: allianceWorkFile.allianceWork,
  commitments: commitmentsFile.commitments,
  introductions: introductionsFile.introductions,
  suggestions: suggestionsFile.suggestions,
  outsidePromises: commitmentsFile.outsidePromises,
  threads: threadsFile.threads,
  contentReports: reportsFile.contentReports,
  network: networkFile,
} as unknown as HarkenrodeFiles;

/** The invented region as it stands on `today`. */
export function harkenrodeSeed(today: LocalDate): RegionSeed {
  // Precision is read from how a date is written, so before relative dates are replaced.
  const precisionOf = (text: string | null | undefined) => (text ? requireSeedDate(text, today).precision : 'DAY');
  const precise = {
    ...files,
    initiatives: files.initiatives.map((each) => ({
      ...each,
      startPrecision: precisionOf(each.startOn),
      endPrecision: precisionOf(each.endOn),
    })),
    events: files.events.map((each) => ({ ...each, datePrecision: precisionOf(each.dateOn) })),
  };
  const dated = resolveDates<HarkenrodeFiles>(precise, today);
  const actors = [
    ...dated.known.map(({ id, kind, ...actor }) => actorOf({ ...actor, key: id, kind: kind as SeedActor['kind'], ...dated.details[id] })),
    ...dated.added.map(actorOf),
  ];
  const confirmedOn = new Map(actors.map((actor) => [actor.key, actor.confirmedOn]));
  const entryOf =
    (direction: SeedEntry['direction']) =>
    (need: Need): SeedEntry => ({
      key: need.id,
      actor: need.actor,
      direction,
      title: need.title,
      text: need.text,
      themes: need.themes,
      competences: [],
      fromOn: null,
      untilOn: null,
      confirmedOn: confirmedOn.get(need.actor) ?? null,
      audience: 'PUBLIC',
      ...dated.entries[need.id],
    });
  return {
    region: dated.region,
    people: dated.people,
    actors,
    memberships: dated.memberships,
    declaredTies: dated.declaredTies,
    registrations: dated.registrations.map((each) => ({ actor: null, founded: null, question: null, ...each })),
    entries: [...dated.offers.map(entryOf('OFFER')), ...dated.needs.map(entryOf('NEED'))],
    initiatives: dated.initiatives.map(initiativeOf),
    events: dated.events.map(eventOf),
    challenges: dated.challenges.map(challengeOf),
    alliances: dated.alliances.map(allianceOf),
    allianceWork: dated.allianceWork.map(workOf),
    commitments: dated.commitments.map(commitmentOf),
    introductions: dated.introductions.map(introductionOf),
    outsidePromises: dated.outsidePromises,
    threads: dated.threads.map(threadOf),
    suggestions: dated.suggestions,
    contentReports: dated.contentReports,
    networkViews: dated.network.networkViews,
    networkRounds: dated.network.networkRounds,
    networkNotes: dated.network.networkNotes,
    successions: dated.successions,
    outlines: outlinesFile,
  };
}

function actorOf({ contacts = [], ...actor }: WrittenActor): SeedActor {
  return {
    shortName: null,
    description: null,
    competences: [],
    city: 'Harkenrode',
    district: null,
    lat: null,
    lon: null,
    website: null,
    size: null,
    parent: null,
    collective: false,
    confirmedOn: null,
    ...actor,
    contacts: contacts.map((contact) => ({ phone: null, ...contact })),
  };
}

function initiativeOf({ partners = [], wanted = [], results = [], budget, ...initiative }: WrittenInitiative): SeedInitiative {
  const begun = ['ACTIVE', 'FINISHED', 'ABANDONED'].includes(initiative.state) ? (initiative.startOn ?? null) : null;
  return {
    description: null,
    leadCertainty: 'CONFIRMED',
    startOn: null,
    startPrecision: 'DAY',
    endOn: null,
    endPrecision: 'DAY',
    nextStep: null,
    partOf: null,
    ...initiative,
    partners: partners.map((partner) => ({
      role: 'PARTNER',
      state: 'ACCEPTED',
      since: partner.state === 'INVITED' ? null : begun,
      ...partner,
    })),
    wanted: wanted.map((each) => ({ competences: [], kinds: [], ...each })),
    budget: budget ? { planned: null, decided: null, spent: null, ...budget } : null,
    results: results.map((result) => ({ evidenceUrl: null, ...result })),
  };
}

function eventOf(event: WrittenEvent): SeedEvent {
  return {
    initiative: null,
    datePrecision: 'DAY',
    startTime: null,
    endTime: null,
    venue: null,
    forWhom: null,
    registration: null,
    livestream: false,
    approximateParticipants: null,
    ...event,
  };
}

function challengeOf(challenge: WrittenChallenge): SeedChallenge {
  return { context: null, concerns: null, askedBy: null, competences: [], untilOn: null, origin: 'ACTOR', ...challenge };
}

/** Where the files say no kind there is none. */
const noTerms: SeedTerms = { contributionKind: 'OTHER', amount: null, fromOn: null };

function allianceOf({ members, milestones = [], ...alliance }: WrittenAlliance): SeedAlliance {
  return {
    formedOn: null,
    concludedOn: null,
    effect: null,
    ...alliance,
    members: members.map((member) => ({ ...noTerms, reservedUntil: null, change: null, answeredOn: null, ...member })),
    milestones: milestones.map((milestone) => ({ reachedOn: null, ...milestone })),
  };
}

function workOf({ statements, tasks, ...work }: WrittenWork): SeedAllianceWork {
  const nothing = { concerns: '', place: '', present: [], nextOn: null, minutes: null, silent: [], confirmedOn: null };
  const audienceOf = ({ kind }: WrittenStatement) => (kind === 'RESULT' || kind === 'LESSON' ? 'PUBLIC' : 'MEMBERS');
  return {
    ...work,
    statements: statements.map((statement) => ({ ...nothing, audience: audienceOf(statement), ...statement })),
    tasks: tasks.map((task) => ({ minutes: null, ...task })),
  };
}

function commitmentOf(commitment: WrittenCommitment): SeedCommitment {
  return { ...noTerms, to: null, decidedOn: null, evidence: null, evidenceUrl: null, note: null, ...commitment };
}

function introductionOf({ first, goBetween, second, ...introduction }: WrittenIntroduction): SeedIntroduction {
  const sideOf = (side: WrittenIntroductionSide): SeedIntroductionSide => ({ person: null, answer: null, answeredOn: null, ...side });
  return { askedBy: null, agreedOn: null, ...introduction, first: sideOf(first), goBetween: sideOf(goBetween), second: sideOf(second) };
}

function threadOf(thread: WrittenThread): SeedThread {
  return {
    subject: null,
    actors: [],
    nextStep: '',
    stepActor: null,
    followUpOn: null,
    owner: null,
    deputy: null,
    doneOn: null,
    closing: '',
    correction: null,
    ...thread,
  };
}
