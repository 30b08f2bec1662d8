import { Inject, Injectable } from '@nestjs/common';
import { searchWordsOf } from '@knotenpunkt/actors/domain';
import { ConsentService } from '@knotenpunkt/agreements/api';
import { actorsOf, passes, type Viewer } from '@knotenpunkt/identity/domain';
import {
  abandonInitiative,
  addResult,
  changeInitiative,
  discardDraft,
  finishInitiative,
  maySee,
  registerInitiative,
  releaseInitiative,
  startInitiative,
  type Initiative,
  type InitiativeOrigin,
  type InitiativeResult,
  type InitiativeText,
} from '@knotenpunkt/initiatives/domain';
import {
  decodeCursor,
  ok,
  refuse,
  toPage,
  type Clock,
  type DayPeriod,
  type Id,
  type LocalDate,
  type Page,
  type PageRequest,
  type Result,
} from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { loadCompetences } from '@knotenpunkt/themes/domain';
import { InitiativeOutgoing } from './initiative-outgoing';
import { InitiativeRepository, type InitiativeQuestion, type InitiativeRow } from './initiative.repository';

/** What a reader filters by; nothing given means all. */
export interface InitiativeFilter {
  search?: string | null;
  kinds?: string[] | null;
  states?: string[] | null;
  themes?: string[] | null;
  actorId?: Id | null;
  /** Begun within these days; of a Vorhaben known to the month only, the first day of that month counts. */
  begun?: DayPeriod | null;
  /** Finished or abandoned within these days. */
  ended?: DayPeriod | null;
  origins?: InitiativeOrigin[] | null;
  /** Only what everybody may see, for what is handed on to others. */
  withoutHidden?: boolean;
}

export interface Asked {
  id: Id;
  expectedVersion: number;
}

@Injectable()
export class InitiativeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly initiatives: InitiativeRepository,
    private readonly outgoing: InitiativeOutgoing,
    private readonly consent: ConsentService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async page(viewer: Viewer, region: Region, filter: InitiativeFilter, request: PageRequest): Promise<Page<InitiativeRow>> {
    const after = request.after ? decodeCursor(request.after) : null;
    const rows = await this.initiatives.page(questionOf(viewer, region, filter), request.first, after);
    return toPage(rows, request.first, (row) => [row.sortKey, row.id]);
  }

  /** How many a list with this filter shows in all. */
  count(viewer: Viewer, region: Region, filter: InitiativeFilter): Promise<number> {
    return this.initiatives.count(questionOf(viewer, region, filter));
  }

  /** Where each of them comes from; ids that are unknown are left out. */
  origins(ids: readonly Id[]): Promise<Map<Id, InitiativeOrigin>> {
    return this.initiatives.origins(ids);
  }

  /** The Vorhaben at an address, as far as the viewer may see it. */
  async bySlug(viewer: Viewer, region: Region, slug: string): Promise<Initiative | null> {
    const initiative = await this.initiatives.bySlug(region.id, slug);
    return initiative && maySee(viewer, initiative) ? initiative : null;
  }

  /** Those the viewer's organisations are asked to join and have not answered, or not without reserve; the newest first. */
  async awaiting(viewer: Viewer, region: Region): Promise<Initiative[]> {
    const own = actorsOf(viewer);
    if (own.length === 0) return [];
    const proposals = await this.consent.waitingFor(own, 'initiative', region);
    return this.initiatives.awaiting(
      region.id,
      own,
      proposals.map(({ subjectId }) => subjectId),
    );
  }

  /** Adds a Vorhaben; adding the same one again changes nothing and gives it. */
  async register(
    viewer: Viewer,
    region: Region,
    wish: InitiativeText & { id: Id; leadId: Id; state: 'IDEA' | 'ACTIVE' },
  ): Promise<Result<Initiative>> {
    return this.unitOfWork.run(async (tx): Promise<Result<Initiative>> => {
      const made = await this.make(tx, viewer, region, wish);
      if (!made.ok || made.value.known) return made.ok ? ok(made.value.initiative) : made;
      await this.initiatives.insert(tx, made.value.initiative);
      const { initiative } = made.value;
      await this.outgoing.tell(tx, viewer, initiative, initiative.state === 'DRAFT' ? 'drafted' : 'registered');
      if (initiative.state === 'DRAFT') await this.outgoing.askForRelease(tx, region, initiative, this.today(region));
      return ok(initiative);
    });
  }

  /** A new Vorhaben with its own address, not written yet; or the one that is known under this id. */
  async make(
    tx: Tx,
    viewer: Viewer,
    region: Region,
    wish: InitiativeText & { id: Id; leadId: Id; state: 'IDEA' | 'PROPOSED' | 'ACTIVE' },
  ): Promise<Result<{ initiative: Initiative; known: boolean }>> {
    const lead = await this.initiatives.actorNames(tx, region.id, [wish.leadId]);
    if (lead.size === 0) return refuse('NOT_PERMITTED');
    const about = { known: await loadCompetences(), today: this.today(region) };
    const decision = registerInitiative(viewer, { ...wish, regionId: region.id, slug: '' }, about);
    if (!decision.ok) return decision;
    const present = await this.initiatives.find(tx, wish.id);
    if (present) return present.leadId === wish.leadId ? ok({ initiative: present, known: true }) : refuse('NOT_PERMITTED');
    const slug = await this.initiatives.freeSlug(tx, region.id, decision.value.title);
    return ok({ initiative: { ...decision.value, slug }, known: false });
  }

  async change(viewer: Viewer, region: Region, asked: Asked & InitiativeText): Promise<Result<Initiative>> {
    const known = await loadCompetences();
    return this.write(viewer, region, asked, 'changed', (initiative) => changeInitiative(viewer, initiative, asked, known));
  }

  /** A draft becomes public. */
  release(viewer: Viewer, region: Region, asked: Asked & { begun: boolean }): Promise<Result<Initiative>> {
    return this.write(
      viewer,
      region,
      asked,
      'registered',
      (initiative, today) => releaseInitiative(viewer, initiative, asked, today),
      (tx, { leadId }) => this.outgoing.endRelease(tx, asked.id, leadId),
    );
  }

  /** Throws a draft away; gives it as it was. */
  discard(viewer: Viewer, region: Region, asked: Asked): Promise<Result<Initiative>> {
    return this.unitOfWork.run(async (tx): Promise<Result<Initiative>> => {
      const initiative = await this.initiatives.lock(tx, asked.id);
      if (initiative?.regionId !== region.id) return refuse('NOT_PERMITTED');
      const decision = discardDraft(viewer, initiative);
      if (!decision.ok) return decision;
      if (initiative.version !== asked.expectedVersion) return refuse('STALE_VERSION', { params: { current: initiative.version } });
      await this.outgoing.endRelease(tx, initiative.id, initiative.leadId);
      await this.initiatives.remove(tx, initiative.id);
      return ok(initiative);
    });
  }

  start(viewer: Viewer, region: Region, asked: Asked): Promise<Result<Initiative>> {
    return this.write(viewer, region, asked, 'started', (initiative) => startInitiative(viewer, initiative));
  }

  finish(viewer: Viewer, region: Region, asked: Asked): Promise<Result<Initiative>> {
    return this.write(viewer, region, asked, 'finished', (initiative, today) => finishInitiative(viewer, initiative, today));
  }

  addResult(viewer: Viewer, region: Region, asked: Asked & InitiativeResult): Promise<Result<Initiative>> {
    return this.write(viewer, region, asked, 'resultAdded', (initiative, today) => addResult(viewer, initiative, asked, today));
  }

  /** Gives it up; nobody is asked any more about one that was proposed. */
  abandon(viewer: Viewer, region: Region, asked: Asked & { reason: string }): Promise<Result<Initiative>> {
    return this.write(
      viewer,
      region,
      asked,
      'abandoned',
      (initiative, today) => abandonInitiative(viewer, initiative, asked.reason, today),
      (tx) => this.consent.close(tx, { type: 'initiative', id: asked.id }),
    );
  }

  private write(
    viewer: Viewer,
    region: Region,
    { id, expectedVersion }: Asked,
    verb: string,
    decide: (initiative: Initiative, today: LocalDate) => Result<Initiative>,
    after?: (tx: Tx, initiative: Initiative) => Promise<void>,
  ): Promise<Result<Initiative>> {
    return this.unitOfWork.run(async (tx): Promise<Result<Initiative>> => {
      const initiative = await this.initiatives.find(tx, id);
      if (initiative?.regionId !== region.id) return refuse('NOT_PERMITTED');
      const decision = decide(initiative, this.today(region));
      if (!decision.ok) return decision;
      const version = await this.initiatives.update(tx, decision.value, expectedVersion);
      if (!version.ok) return version;
      await after?.(tx, initiative);
      const changed = { ...decision.value, version: version.value };
      await this.outgoing.tell(tx, viewer, changed, verb);
      return ok(changed);
    });
  }

  private today(region: Region): LocalDate {
    return this.clock.today(region.timeZone);
  }
}

function questionOf(viewer: Viewer, region: Region, filter: InitiativeFilter): InitiativeQuestion {
  return {
    regionId: region.id,
    words: searchWordsOf(filter.search ?? ''),
    kinds: filter.kinds ?? [],
    states: filter.states ?? [],
    themes: filter.themes ?? [],
    actorId: filter.actorId ?? null,
    coordinator: passes(viewer, 'COORDINATOR'),
    ownIds: actorsOf(viewer, 'EDITOR'),
    begun: filter.begun ?? null,
    ended: filter.ended ?? null,
    origins: filter.origins ?? [],
    withoutHidden: filter.withoutHidden ?? false,
  };
}
