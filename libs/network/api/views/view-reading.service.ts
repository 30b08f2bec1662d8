import { Injectable } from '@nestjs/common';
import { actorsOf, audienceOf, passes, type Viewer } from '@knotenpunkt/identity/domain';
import type { Audience, Id } from '@knotenpunkt/kernel';
import { mayOpen, shownTo, type NetworkOverview, type OverviewActor, type ViewContent } from '@knotenpunkt/network/domain';
import type { Region } from '@knotenpunkt/regions/domain';
import { OverviewService } from '../overview.service';
import { ViewRepository, type FullView, type Keeper, type StoredView } from './view.repository';

export type { StoredView };

/** A view as its reader sees it. */
export interface OpenedView {
  view: StoredView;
  content: ViewContent;
  notes: { actor: OverviewActor; text: string }[];
}

/** Reading views: always with the right of who reads. */
@Injectable()
export class ViewReadingService {
  constructor(
    private readonly views: ViewRepository,
    private readonly network: OverviewService,
  ) {}

  /** What the viewer keeps, for itself and for those it acts for. */
  async mine(viewer: Viewer, region: Region): Promise<StoredView[]> {
    return viewer.personId === null ? [] : this.views.owned(region.id, keeperOf(viewer));
  }

  ofRegion(region: Region): Promise<StoredView[]> {
    return this.views.ofRegion(region.id);
  }

  /** The views the viewer may open, in the order asked for. */
  async open(viewer: Viewer, region: Region, ids: readonly Id[]): Promise<OpenedView[]> {
    const found = (await this.views.full(region.id, ids)).filter(({ view }) => mayOpen(viewer, view));
    if (found.length === 0) return [];
    const overview = await this.network.overview(region, audienceOf(viewer));
    return ids.flatMap((id) => found.filter(({ view }) => view.id === id).map((full) => opened(full, overview)));
  }

  /** A view as everybody sees it who has its address, and the network it is drawn on; null where it is nobody else's business. */
  async openForEverybody(id: Id, regionOf: (regionId: Id) => Region | undefined) {
    const full = await this.views.anywhere(id);
    const region = full && regionOf(full.view.regionId);
    if (!region || full.view.visibility === 'OWN' || full.view.archived) return null;
    const { name, overview } = await this.network.named(region, 'PUBLIC' satisfies Audience);
    return { ...opened(full, overview), region, overview, name };
  }

  /** Which of these views the viewer may open. */
  async openable(viewer: Viewer, region: Region, ids: readonly Id[]): Promise<ReadonlySet<Id>> {
    const found = ids.length === 0 ? [] : await this.views.withoutContent(region.id, ids);
    return new Set(found.filter((view) => mayOpen(viewer, view)).map(({ id }) => id));
  }
}

/** For whom the viewer keeps things. */
export function keeperOf(viewer: Viewer): Keeper {
  return { personId: viewer.personId, actorIds: actorsOf(viewer, 'EDITOR'), coordinates: passes(viewer, 'COORDINATOR') };
}

function opened({ view, content }: FullView, overview: NetworkOverview): OpenedView {
  const shown = shownTo(content, (id) => overview.byId(id));
  return { view, content: shown, notes: shown.notes.map(({ actorId, text }) => ({ actor: overview.byId(actorId)!, text })) };
}
