import { Inject } from '@nestjs/common';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { isOutdated, type Actor, type Entry } from '@knotenpunkt/actors/domain';
import type { Clock } from '@knotenpunkt/kernel';
import { CLOCK } from '@knotenpunkt/platform/database';
import type { GraphqlContext } from '@knotenpunkt/platform/graphql';
import { regionOf } from '@knotenpunkt/regions/api';
import { ActorType, EntryType } from '../actor.graphql';
import { ConfirmationPeriods } from './confirmation-periods';

const DESCRIPTION = 'Nobody confirmed it for so long that it counts less in matching and its age is told.';

/** Whether a Steckbrief has grown old. */
@Resolver(() => ActorType)
export class ActorFreshnessResolver {
  constructor(
    private readonly periods: ConfirmationPeriods,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @ResolveField(() => Boolean, { description: DESCRIPTION })
  async outdated({ regionId, confirmedOn }: Actor, _: unknown, context: GraphqlContext): Promise<boolean> {
    const { afterDays } = await this.periods.of(regionId);
    return isOutdated(confirmedOn, afterDays, this.clock.today(regionOf(context).timeZone));
  }
}

/** Whether an offer or a need has grown old. */
@Resolver(() => EntryType)
export class EntryFreshnessResolver {
  constructor(
    private readonly periods: ConfirmationPeriods,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @ResolveField(() => Boolean, { description: DESCRIPTION })
  async outdated({ regionId, confirmedOn }: Entry, _: unknown, context: GraphqlContext): Promise<boolean> {
    const { afterDays } = await this.periods.of(regionId);
    return isOutdated(confirmedOn, afterDays, this.clock.today(regionOf(context).timeZone));
  }
}
