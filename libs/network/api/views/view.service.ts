import { Inject, Injectable } from '@nestjs/common';
import { Acts } from '@knotenpunkt/identity/api';
import { audienceOf, type Viewer } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Clock, type Id, type Result } from '@knotenpunkt/kernel';
import {
  archiveView,
  changeView,
  eraseView,
  keepsFor,
  renameView,
  restoreView,
  saveView,
  shareView,
  withIds,
  type SavedView,
  type ViewContent,
  type ViewWish,
  type Visibility,
} from '@knotenpunkt/network/domain';
import { CLOCK, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { OverviewService } from '../overview.service';
import { ViewRepository, type StoredView } from './view.repository';

type Changed = Promise<Result<StoredView>>;
interface Asked {
  id: Id;
  expectedVersion: number;
}

/** Keeping views of the network, and what becomes of them. */
@Injectable()
export class ViewService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly views: ViewRepository,
    private readonly network: OverviewService,
    private readonly acts: Acts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async keep(viewer: Viewer, region: Region, wish: ViewWish): Changed {
    const content = await this.kept(viewer, region, wish.content);
    const today = this.clock.today(region.timeZone);
    return this.unitOfWork.run(async (tx): Changed => {
      const present = await this.views.lock(tx, region.id, wish.id);
      // Sent twice, it is the same view.
      if (present) return keepsFor(viewer, present.owner) ? ok(present) : refuse('NOT_PERMITTED');
      const decide = (kept: number) => saveView(viewer, { ...wish, content }, { regionId: region.id, kept, today });
      const wished = decide(0);
      const decided = wished.ok ? decide(await this.views.count(tx, region.id, wished.value.view.owner)) : wished;
      if (!decided.ok) return decided;
      const { view } = decided.value;
      if (!(await this.views.insert(tx, view, decided.value.content))) return refuse('NOT_PERMITTED');
      if (view.visibility === 'REGION') await this.tell(tx, viewer, view);
      return this.stored(tx, view);
    });
  }

  /** What the view shows from now on. */
  async change(viewer: Viewer, region: Region, asked: Asked & { content: ViewContent }): Changed {
    const content = await this.kept(viewer, region, asked.content);
    const overview = await this.network.overview(region, audienceOf(viewer));
    return this.with(viewer, region, asked, async (tx, view) => {
      const before = await this.views.contentOf(tx, view.id);
      const wish = { content, before, seen: (id: Id) => overview.byId(id) !== null };
      const decided = changeView(viewer, view, wish, this.clock.today(region.timeZone));
      if (!decided.ok) return decided;
      await this.views.put(tx, view.id, decided.value.content);
      return ok(decided.value.view);
    });
  }

  rename(viewer: Viewer, region: Region, asked: Asked & { name: string; sentence: string }): Changed {
    return this.with(viewer, region, asked, (_, view) => renameView(viewer, view, asked));
  }

  share(viewer: Viewer, region: Region, asked: Asked & { visibility: Visibility }): Changed {
    return this.with(viewer, region, asked, async (tx, view) => {
      const decided = shareView(viewer, view, asked.visibility);
      if (decided.ok && asked.visibility === 'REGION' && view.visibility !== 'REGION') await this.tell(tx, viewer, view);
      return decided;
    });
  }

  archive(viewer: Viewer, region: Region, asked: Asked): Changed {
    return this.with(viewer, region, asked, (_, view) => archiveView(viewer, view));
  }

  restore(viewer: Viewer, region: Region, asked: Asked): Changed {
    return this.with(viewer, region, asked, (_, view) => restoreView(viewer, view));
  }

  erase(viewer: Viewer, region: Region, asked: Asked): Changed {
    return this.unitOfWork.run(async (tx): Changed => {
      const view = await this.views.lock(tx, region.id, asked.id);
      const decided = view ? eraseView(viewer, view) : refuse('NOT_PERMITTED');
      if (!decided.ok) return decided;
      if (view!.version !== asked.expectedVersion) return refuse('STALE_VERSION', { params: { current: view!.version } });
      await this.views.remove(tx, asked.id);
      return ok(view!);
    });
  }

  /** Slugs become ids by what the author sees. */
  private async kept(viewer: Viewer, region: Region, content: ViewContent): Promise<ViewContent> {
    const overview = await this.network.overview(region, audienceOf(viewer));
    return { ...content, value: withIds(content.value, (slug) => overview.bySlug(slug)) };
  }

  /** One unit of work about one view. Who does not keep it is told the same as if it were not there. */
  private with(
    viewer: Viewer,
    region: Region,
    { id, expectedVersion }: Asked,
    decide: (tx: Tx, view: StoredView) => Promise<Result<SavedView>> | Result<SavedView>,
  ): Changed {
    return this.unitOfWork.run(async (tx): Changed => {
      const view = await this.views.lock(tx, region.id, id);
      if (!view || !keepsFor(viewer, view.owner)) return refuse('NOT_PERMITTED');
      const decided = await decide(tx, view);
      if (!decided.ok) return decided;
      const version = await this.views.update(tx, decided.value, expectedVersion);
      return version.ok ? ok({ ...view, ...decided.value, version: version.value }) : version;
    });
  }

  private async stored(tx: Tx, view: SavedView): Changed {
    return ok((await this.views.lock(tx, view.regionId, view.id))!);
  }

  /** Views of persons and organisations are theirs; only what stands in the list of the region is news. */
  private tell(tx: Tx, viewer: Viewer, { id, regionId, name }: SavedView): Promise<void> {
    const subject = { type: 'networkView', id, title: name, slug: id };
    return this.acts.record(tx, { viewer, regionId, actorId: null, verb: 'networkView.listed', subject, audience: 'PUBLIC' });
  }
}
