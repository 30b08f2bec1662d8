import { ResolveField, Resolver } from '@nestjs/graphql';
import { readsWhoActed } from '@knotenpunkt/identity/domain';
import type { Id } from '@knotenpunkt/kernel';
import { perRequest, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import DataLoader from 'dataloader';
import type { RecordedAct } from './acts';
import { ActType } from './identity.graphql';
import { viewerOf } from './permit';
import { PersonNames } from './person-names';

/** Who acted, for those who work with it. Publicly only the organisation is named. */
@Resolver(() => ActType)
export class ActFieldsResolver {
  private readonly name: (context: GraphqlContext) => DataLoader<Id, string | null>;

  constructor(names: PersonNames) {
    this.name = perRequest(
      () =>
        new DataLoader(async (ids: readonly Id[]) => {
          const found = await names.of(ids);
          return ids.map((id) => found.get(id) ?? null);
        }),
    );
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Who acted; null for those who neither act for the organisation nor coordinate the region, and once the account is gone.',
  })
  personName({ personId, actorId }: RecordedAct, _: unknown, context: GraphqlContext): Promise<string | null> | null {
    return personId !== null && readsWhoActed(viewerOf(context), actorId) ? this.name(context).load(personId) : null;
  }
}
