import { ResolveField, Resolver } from '@nestjs/graphql';
import { MandateService } from '@knotenpunkt/identity/api';
import type { Id } from '@knotenpunkt/kernel';
import { perRequest, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import { regionOf } from '@knotenpunkt/regions/api';
import DataLoader from 'dataloader';
import { PossibleDuplicateType } from './import.graphql';

/** Whether an entry that may be the same has its own people: then it is not claimed, one asks them. */
@Resolver(() => PossibleDuplicateType)
export class DuplicateFieldsResolver {
  private readonly administered: (context: GraphqlContext) => DataLoader<Id, boolean>;

  constructor(mandates: MandateService) {
    this.administered = perRequest(
      (context) =>
        new DataLoader(async (ids) => {
          const found = await mandates.administered(regionOf(context), ids);
          return ids.map((id) => found.has(id));
        }),
    );
  }

  @ResolveField(() => Boolean, { name: 'administered', description: 'Somebody administers it: a mandate is asked for there.' })
  isAdministered({ id }: PossibleDuplicateType, _: unknown, context: GraphqlContext): Promise<boolean> {
    return this.administered(context).load(id);
  }
}
