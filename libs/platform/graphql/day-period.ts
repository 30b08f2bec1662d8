import { Field, InputType } from '@nestjs/graphql';
import { LocalDateType } from './scalars';

@InputType({ description: 'Days from the first to the last, both included.' })
export class DayPeriodInput {
  @Field(() => LocalDateType)
  from!: string;

  @Field(() => LocalDateType)
  until!: string;
}
