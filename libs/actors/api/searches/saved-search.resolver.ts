import { Args, ID, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { FINDS_NAMED, type Actor } from '@knotenpunkt/actors/domain';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { ok, type Id, type Result } from '@knotenpunkt/kernel';
import { answer, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { ActorType } from '../actor.graphql';
import { ActorLoader } from '../actor.loader';
import {
  RenameSavedSearchInput,
  SavedSearchResult,
  SavedSearchType,
  SaveSearchInput,
  SetSavedSearchMailInput,
} from './saved-search.graphql';
import { SavedSearchService, type SavedSearch } from './saved-search.service';

type Answer = typeof SavedSearchResult;

/** What a person looks for again and again. */
@Resolver(() => SavedSearchType)
export class SavedSearchResolver {
  constructor(
    private readonly searches: SavedSearchService,
    private readonly load: ActorLoader,
  ) {}

  @Permit('SIGNED_IN')
  @Query(() => [SavedSearchType], { description: 'Searches the viewer has saved in the region, the oldest first; 20 at most.' })
  async savedSearches(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region): Promise<SavedSearchType[]> {
    return (await this.searches.ofViewer(viewer, region)).map(told);
  }

  @ResolveField(() => [ActorType], { description: 'The first of those it has found since the viewer looked last; five at most.' })
  async newFinds(search: SavedSearchType, _: unknown, context: GraphqlContext): Promise<Actor[]> {
    const actors = await this.load.byId(context).loadMany(search.found.slice(0, FINDS_NAMED));
    return actors.filter((actor): actor is Actor => actor !== null && !(actor instanceof Error) && !actor.archived);
  }

  @Permit('SIGNED_IN')
  @Mutation(() => SavedSearchResult, { description: 'Saves a search in the directory; what it finds from now on is told, once a day.' })
  async saveSearch(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: SaveSearchInput,
  ): Promise<Answer> {
    return mapped(await this.searches.keep(viewer, region, input));
  }

  @Permit('SIGNED_IN')
  @Mutation(() => SavedSearchResult, { description: 'Gives a saved search another name.' })
  async renameSavedSearch(@CurrentViewer() viewer: Viewer, @Args('input') input: RenameSavedSearchInput): Promise<Answer> {
    return mapped(await this.searches.rename(viewer, input));
  }

  @Permit('SIGNED_IN')
  @Mutation(() => SavedSearchResult, { description: 'Says whether new finds of a saved search are told by mail as well.' })
  async setSavedSearchMail(@CurrentViewer() viewer: Viewer, @Args('input') input: SetSavedSearchMailInput): Promise<Answer> {
    return mapped(await this.searches.setMail(viewer, input));
  }

  @Permit('SIGNED_IN')
  @Mutation(() => Boolean, { description: 'Notes that the viewer looks at what a search has found: it is no news any more.' })
  async lookAtSavedSearch(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: Id): Promise<boolean> {
    await this.searches.look(viewer, id);
    return true;
  }

  @Permit('SIGNED_IN')
  @Mutation(() => Boolean, { description: 'Forgets a saved search; nothing of it stays.' })
  async removeSavedSearch(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: Id): Promise<boolean> {
    await this.searches.remove(viewer, id);
    return true;
  }
}

function told({ id, name, address, mail, found, version }: SavedSearch): SavedSearchType {
  return { id, name, address, mail, newCount: found.length, version, found };
}

function mapped(result: Result<SavedSearch>): Answer {
  return answer(result.ok ? ok(told(result.value)) : result);
}
