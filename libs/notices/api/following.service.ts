import { Inject, Injectable } from '@nestjs/common';
import { Acts, type RecordedAct } from '@knotenpunkt/identity/api';
import { actorsOf, audienceOf, type Viewer } from '@knotenpunkt/identity/domain';
import { AUDIENCES, mayRead, ok, refuse, type Clock, type Id, type Result } from '@knotenpunkt/kernel';
import { MOST_FOLLOWED, phraseOfAct, visited, type FollowType } from '@knotenpunkt/notices/domain';
import { CLOCK, UnitOfWork } from '@knotenpunkt/platform/database';
import type { Language } from '@knotenpunkt/platform/graphql';
import type { Region } from '@knotenpunkt/regions/domain';
import { Followables, type FollowTarget } from './followables';
import { hashOf } from './link-token';
import { ReaderRepository, type Followed } from './reader.repository';

/** What happened in a region since somebody looked the time before. */
export interface News {
  since: Date | null;
  items: { act: RecordedAct; followed: boolean }[];
}

const NEWS_ASKED = 60;
const NEWS_SHOWN = 20;

/** The ids and themes among what is followed. */
export function split(followed: readonly Followed[]): { ids: Id[]; themes: string[] } {
  const of = (theme: boolean) => followed.filter(({ type }) => (type === 'THEME') === theme).map(({ id }) => id);
  return { ids: of(false), themes: of(true) };
}

/** What a person follows in a region, and what is new to it. Everything here is for that person only. */
@Injectable()
export class FollowingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly readers: ReaderRepository,
    private readonly followables: Followables,
    private readonly acts: Acts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What is followed and still there, the newest first. */
  async followed(viewer: Viewer, region: Region, language: Language): Promise<FollowTarget[]> {
    if (viewer.personId === null) return [];
    const followed = await this.readers.followed(viewer.personId, region.id);
    const found = await this.followables.find(region.id, followed, language);
    return followed.flatMap(({ id }) => found.get(id) ?? []);
  }

  async follow(viewer: Viewer, region: Region, wish: { type: FollowType; id: string }, language: Language): Promise<Result<FollowTarget>> {
    const personId = viewer.personId;
    if (personId === null) return refuse('NOT_PERMITTED');
    const target = (await this.followables.find(region.id, [wish], language)).get(wish.id);
    if (!target) return refuse('NOTHING_TO_FOLLOW');
    const { length } = await this.readers.followed(personId, region.id);
    if (length >= MOST_FOLLOWED) return refuse('TOO_MANY_FOLLOWED', { params: { max: MOST_FOLLOWED } });
    return this.unitOfWork.run(async (tx) => {
      await this.readers.follow(tx, personId, region.id, wish);
      return ok(target);
    });
  }

  async unfollow(viewer: Viewer, region: Region, { type, id }: { type: FollowType; id: string }): Promise<Result<FollowTarget>> {
    const personId = viewer.personId;
    if (personId === null) return refuse('NOT_PERMITTED');
    await this.unitOfWork.run((tx) => this.readers.unfollow(tx, personId, region.id, { type, id }));
    return ok({ type, id, title: '', slug: null });
  }

  /** Notes that the person looks now. A visit that goes on stays the same visit. */
  async look(viewer: Viewer, region: Region): Promise<void> {
    const personId = viewer.personId;
    if (personId === null) return;
    const next = visited(await this.readers.setting(personId, region.id), this.clock.now());
    await this.unitOfWork.run((tx) => this.readers.saveVisits(tx, personId, region.id, next));
  }

  /** What happened since the visit before this one, what is followed first; without what one's own organisations did. */
  async news(viewer: Viewer, region: Region): Promise<News> {
    if (viewer.personId === null) return { since: null, items: [] };
    const { seenBeforeAt: since } = await this.readers.setting(viewer.personId, region.id);
    if (since === null) return { since, items: [] };
    const { ids, themes } = split(await this.readers.followed(viewer.personId, region.id));
    const asked = { regionId: region.id, audiences: audiencesFor(viewer), since, without: actorsOf(viewer, 'EDITOR'), limit: NEWS_ASKED };
    const [all, followed] = await Promise.all([
      this.acts.since({ ...asked, followed: null }),
      this.acts.since({ ...asked, followed: { ids, themes } }),
    ]);
    const marked = new Set(followed.map(({ id }) => id));
    const told = [...followed, ...all.filter(({ id }) => !marked.has(id))].filter(({ verb }) => phraseOfAct(verb) !== null);
    return { since, items: told.slice(0, NEWS_SHOWN).map((act) => ({ act, followed: marked.has(act.id) })) };
  }

  /** Whether the weekly mail is wanted. */
  async digest(viewer: Viewer, region: Region): Promise<boolean> {
    return viewer.personId !== null && (await this.readers.setting(viewer.personId, region.id)).digest;
  }

  async setDigest(viewer: Viewer, region: Region, wanted: boolean): Promise<boolean> {
    const personId = viewer.personId;
    if (personId === null) return false;
    await this.unitOfWork.run((tx) => this.readers.saveDigest(tx, personId, region.id, wanted));
    return wanted;
  }

  /** Ends the weekly mail by the link in one; false where the link is unknown. */
  async endDigest(region: Region, token: string): Promise<boolean> {
    const reader = await this.readers.byToken(region.id, hashOf(token));
    if (!reader) return false;
    if (reader.digest) await this.unitOfWork.run((tx) => this.readers.saveDigest(tx, reader.personId, region.id, false));
    return true;
  }
}

/** Whose acts a viewer may read of. */
export function audiencesFor(viewer: Viewer) {
  const reader = audienceOf(viewer);
  return AUDIENCES.filter((audience) => mayRead(reader, audience));
}
