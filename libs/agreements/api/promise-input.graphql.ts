import { Field, ID, InputType } from '@nestjs/graphql';
import { LocalDateType } from '@knotenpunkt/platform/graphql';

/** What somebody promises, whatever it is for; the room it is for adds that. */
@InputType({ isAbstract: true })
export abstract class PromiseInput {
  @Field(() => ID, { description: 'UUID made by the client.' })
  id!: string;

  @Field(() => ID, { description: 'Who promises; it takes part.' })
  actorId!: string;

  @Field({ description: 'What.' })
  text!: string;

  @Field({ defaultValue: '', description: 'What is done first.' })
  nextStep!: string;

  @Field(() => LocalDateType, { description: 'Until when.' })
  dueOn!: string;
}
