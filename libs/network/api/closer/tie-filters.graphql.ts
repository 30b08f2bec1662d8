import { ArgsType, Field, Float } from '@nestjs/graphql';
import type { Grade, LocalDate } from '@knotenpunkt/kernel';
import { LocalDateType } from '@knotenpunkt/platform/graphql';
import { TieGrade } from '../network.graphql';
import type { TieFilters } from './tie-question';

/** What every question about ties may leave out before it is answered. */
@ArgsType()
export class TieFilterArguments implements TieFilters {
  @Field(() => [String], { defaultValue: [], description: 'Only these kinds of actor; empty: all. The actors asked about stay in.' })
  kinds!: string[];

  @Field(() => [TieGrade], { defaultValue: [], description: 'Only these grades; empty: all.' })
  grades!: Grade[];

  @Field(() => [String], {
    nullable: true,
    description: 'Only actors with one of these themes; empty: all. The actors asked about stay in.',
  })
  themes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Only what one of the two does in one of these roles; empty: all.' })
  roles?: string[] | null;

  @Field(() => LocalDateType, { nullable: true, description: 'Only ties that began on this day or later.' })
  sinceAfter?: LocalDate | null;

  @Field(() => Boolean, { nullable: true, description: 'Only ties of which something still runs.' })
  running?: boolean | null;

  @Field(() => Float, { nullable: true, description: 'Only ties at least as strong as this.' })
  minStrength?: number | null;

  @Field(() => LocalDateType, { nullable: true, description: 'The day that is told; today where it says none, or one to come.' })
  asOf?: LocalDate | null;
}
