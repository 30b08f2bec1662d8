import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { ok, type Result } from '@knotenpunkt/kernel';
import { keepsFor, parseView, type ViewContent } from '@knotenpunkt/network/domain';
import { answer } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { ViewReadingService, type OpenedView, type StoredView } from './view-reading.service';
import {
  ChangeNetworkViewInput,
  NetworkViewVersionInput,
  OpenedViewType,
  RenameNetworkViewInput,
  SavedViewResult,
  SavedViewsType,
  SavedViewType,
  SaveNetworkViewInput,
  ShareNetworkViewInput,
  type NetworkViewContentInput,
} from './view.graphql';
import { ViewService } from './view.service';

type Answer = Promise<typeof SavedViewResult>;

/** Views of the network that are kept. */
@Resolver(() => SavedViewType)
export class ViewResolver {
  constructor(
    private readonly service: ViewService,
    private readonly reading: ViewReadingService,
  ) {}

  @Permit('ANYONE')
  @Query(() => SavedViewsType, { description: 'Views of the network: those the viewer keeps, and those in the list of the region.' })
  async networkViews(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region): Promise<SavedViewsType> {
    const [mine, ofRegion] = await Promise.all([this.reading.mine(viewer, region), this.reading.ofRegion(region)]);
    return { mine: mine.map((view) => told(view, viewer)), ofRegion: ofRegion.map((view) => told(view, viewer)) };
  }

  @Permit('ANYONE')
  @Query(() => OpenedViewType, { nullable: true, description: 'A view with what it shows to the viewer; null where it is not for them.' })
  async networkView(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<OpenedViewType | null> {
    const [opened] = await this.reading.open(viewer, region, [id]);
    return opened ? openedView(opened, viewer) : null;
  }

  @Permit('SIGNED_IN')
  @Mutation(() => SavedViewResult, { description: 'Keeps a view under a name, for oneself, an organisation, or the region.' })
  async saveNetworkView(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: SaveNetworkViewInput,
  ): Answer {
    const content = contentOf(input.content);
    if (!content.ok) return answer(content);
    const wish = { ...input, ownerActorId: input.ownerActorId ?? null, content: content.value };
    return mapped(await this.service.keep(viewer, region, wish), viewer);
  }

  @Permit('SIGNED_IN')
  @Mutation(() => SavedViewResult, { description: 'Lets a view show something else from now on.' })
  async changeNetworkView(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ChangeNetworkViewInput,
  ): Answer {
    const content = contentOf(input.content);
    if (!content.ok) return answer(content);
    return mapped(await this.service.change(viewer, region, { ...input, content: content.value }), viewer);
  }

  @Permit('SIGNED_IN')
  @Mutation(() => SavedViewResult, { description: 'Gives a view another name and another sentence.' })
  async renameNetworkView(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: RenameNetworkViewInput,
  ): Answer {
    return mapped(await this.service.rename(viewer, region, input), viewer);
  }

  @Permit('SIGNED_IN')
  @Mutation(() => SavedViewResult, { description: 'Decides who sees a view.' })
  async shareNetworkView(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ShareNetworkViewInput,
  ): Answer {
    return mapped(await this.service.share(viewer, region, input), viewer);
  }

  @Permit('SIGNED_IN')
  @Mutation(() => SavedViewResult, { description: 'Puts a view away; only its owner opens it then.' })
  async archiveNetworkView(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: NetworkViewVersionInput,
  ): Answer {
    return mapped(await this.service.archive(viewer, region, input), viewer);
  }

  @Permit('SIGNED_IN')
  @Mutation(() => SavedViewResult, { description: 'Takes a view out again that was put away.' })
  async restoreNetworkView(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: NetworkViewVersionInput,
  ): Answer {
    return mapped(await this.service.restore(viewer, region, input), viewer);
  }

  @Permit('SIGNED_IN')
  @Mutation(() => SavedViewResult, { description: 'Erases a view: nothing is left of it.' })
  async eraseNetworkView(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: NetworkViewVersionInput,
  ): Answer {
    return mapped(await this.service.erase(viewer, region, input), viewer);
  }
}

function contentOf({ value, frame, places, notes }: NetworkViewContentInput): Result<ViewContent> {
  const read = parseView(value);
  return read.ok ? ok({ value: read.value, frame: frame ?? null, places, notes }) : read;
}

function mapped(result: Result<StoredView>, viewer: Viewer): typeof SavedViewResult {
  return answer(result.ok ? ok(told(result.value, viewer)) : result);
}

function told({ owner, ...view }: StoredView, viewer: Viewer): SavedViewType {
  return {
    ...view,
    ownerKind: owner.kind,
    ownerActorId: owner.kind === 'ACTOR' ? owner.actorId : null,
    yours: keepsFor(viewer, owner),
  };
}

/** A view as it is sent to its reader. */
export function openedView({ view, content, notes }: OpenedView, viewer: Viewer): OpenedViewType {
  const { value, frame, places } = content;
  return {
    view: told(view, viewer),
    value: JSON.stringify(value),
    frame,
    places,
    notes: notes.map(({ actor: { id, label, slug }, text }) => ({ actor: { id, label, slug }, text })),
  };
}
