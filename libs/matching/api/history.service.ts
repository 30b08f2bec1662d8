import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type { Audience, Id } from '@knotenpunkt/kernel';
import type { HistoryAnswer, HistoryClue, HistoryQuestion, Register, RegisteredActor } from '@knotenpunkt/matching/domain';
import type { Region } from '@knotenpunkt/regions/domain';
import { HistoryThread } from './history-thread';
import { MatchingRepository, type ActorRow } from './matching.repository';
import { NeighbourhoodService, type Neighbourhood } from './neighbourhood.service';

/** Whether what was done together in a region tells who fits whom. */
export const HISTORY_STATES = ['TELLS', 'TOO_LITTLE', 'BEING_READ'] as const;
export type HistoryState = (typeof HISTORY_STATES)[number];

/** Nobody waits longer for a region's past to be read; until then its suggestions do without. */
const PATIENCE_MS = 1500;
const MOST_KEPT = 24;

/** The register of a reader's audience and a name for what stands in it. */
interface Past {
  key: string;
  register: Register;
  /** Whoever took part in anything. */
  taking: ReadonlySet<Id>;
}

/** What was done together in a region tells of who fits whom: on the graph of the reader's audience, read once for each state of it. */
@Injectable()
export class HistoryService {
  private readonly log = new Logger(HistoryService.name);
  private readonly pasts = new WeakMap<Neighbourhood, Promise<Past>>();
  /** By past and kind of question, whether it tells anything; undefined while it is being found out. */
  private readonly found = new Map<string, { tells: boolean | undefined; finding: Promise<boolean> }>();

  constructor(
    private readonly neighbourhoods: NeighbourhoodService,
    private readonly matching: MatchingRepository,
    private readonly thread: HistoryThread,
  ) {}

  /** Who fits an actor, by id; null where the past does not tell, not yet, or not of this one. */
  ofActor(region: Region, audience: Audience, actorId: Id): Promise<ReadonlyMap<Id, HistoryClue> | null> {
    return this.clues(region, audience, { seeds: [actorId], text: null, seats: null });
  }

  /** Who fits those at a table, by id; null where the past does not tell, not yet, or of nobody who sits there. */
  ofTable(region: Region, audience: Audience, question: HistoryQuestion): Promise<ReadonlyMap<Id, HistoryClue> | null> {
    return this.clues(region, audience, question);
  }

  async state(region: Region, audience: Audience): Promise<HistoryState> {
    const tells = await this.tells(await this.past(region, audience), { seeds: [], text: null, seats: null });
    return tells === null ? 'BEING_READ' : tells ? 'TELLS' : 'TOO_LITTLE';
  }

  /** Finds out anew what tells. */
  forget(): void {
    this.found.clear();
  }

  private async clues(region: Region, audience: Audience, question: HistoryQuestion): Promise<ReadonlyMap<Id, HistoryClue> | null> {
    const past = await this.past(region, audience);
    if (!question.seeds.some((id) => past.taking.has(id)) || !(await this.tells(past, question))) return null;
    // Behind the reading of another region it would wait for half a minute.
    const answer = await inTime(this.ask(past, question));
    return answer?.worthTelling ? new Map(answer.clues.map((clue) => [clue.actorId, clue])) : null;
  }

  /** Whether a past tells anything for questions like this one; null while that is being found out. */
  private async tells(past: Past, { seeds, text, seats }: HistoryQuestion): Promise<boolean | null> {
    const some = text === null ? [] : seeds.filter((id) => past.taking.has(id)).slice(0, 2);
    const key = `${past.key} ${text === null ? 'one' : some.length}`;
    const before = this.found.get(key) ?? this.find(key, past, { seeds: some, text: text === null ? null : '', seats });
    if (before.tells !== undefined) return before.tells;
    return inTime(before.finding);
  }

  private find(key: string, past: Past, question: HistoryQuestion): { tells: boolean | undefined; finding: Promise<boolean> } {
    const found: { tells: boolean | undefined; finding: Promise<boolean> } = {
      tells: undefined,
      finding: this.ask(past, question).then(({ worthTelling }) => (found.tells = worthTelling)),
    };
    found.finding.catch((error: unknown) => {
      this.log.warn(`what was done together could not be read: ${String(error)}`);
      this.found.delete(key);
    });
    this.found.set(key, found);
    if (this.found.size > MOST_KEPT) this.found.delete(this.found.keys().next().value!);
    return found;
  }

  private ask({ key, register }: Past, question: HistoryQuestion): Promise<HistoryAnswer> {
    return this.thread.ask(key, () => register, question);
  }

  private async past(region: Region, audience: Audience): Promise<Past> {
    const neighbourhood = await this.neighbourhoods.of(region, audience);
    const known = this.pasts.get(neighbourhood);
    if (known) return known;
    const made = this.read(region, neighbourhood);
    this.pasts.set(neighbourhood, made);
    made.catch(() => this.pasts.delete(neighbourhood));
    return made;
  }

  private async read(region: Region, { projects }: Neighbourhood): Promise<Past> {
    const [texts, actors] = await Promise.all([this.matching.projects(projects.ids), this.matching.actors(region.id)]);
    const register = {
      ...projects.register(new Map(texts.map(({ id, text }) => [id, text])), new Map(actors.map((actor) => [actor.id, registered(actor)]))),
      language: region.language,
    };
    const key = createHash('sha1').update(JSON.stringify(register)).digest('hex');
    return { key, register, taking: new Set(register.participations.map(({ actorId }) => actorId)) };
  }
}

/** What comes in time; null for what comes later or fails. */
function inTime<Value>(coming: Promise<Value>): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), PATIENCE_MS)));
  return Promise.race([coming.catch(() => null), late]).finally(() => clearTimeout(timer));
}

/** The sectors the shipped weights know, for the kinds that are plainly one of them. */
const SECTORS: Record<string, string> = { SCIENCE: 'HES', COMPANY: 'PRC', ADMINISTRATION: 'PUB' };

function registered({ id, name, kind }: ActorRow): RegisteredActor {
  return { id, name, sector: SECTORS[kind] ?? 'OTH', country: '', city: '' };
}
