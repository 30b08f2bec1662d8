import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { RECTIFIED_TYPES, type RectifiedType } from '@knotenpunkt/coordination/domain';
import { enumOf, LocalDateType, resultUnion } from '@knotenpunkt/platform/graphql';

const RectifiedTypeEnum = enumOf(RECTIFIED_TYPES, 'RectifiedType', 'What an organisation sets right.');

@ObjectType('Rectification', {
  description: 'What an organisation says beside an entry that names it. Seen by its own people and the coordination.',
})
export class RectificationType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  actorId!: string;

  @Field(() => RectifiedTypeEnum)
  subjectType!: RectifiedType;

  @Field(() => ID)
  subjectId!: string;

  @Field()
  text!: string;

  @Field(() => LocalDateType)
  saidOn!: string;

  @Field(() => String, { nullable: true, description: 'Who said it, while that person acts for the organisation.' })
  personName!: string | null;

  @Field(() => LocalDateType, { nullable: true, description: 'The day the coordination took note of the text as it stands.' })
  seenOn!: string | null;

  @Field(() => String, { nullable: true, description: 'What the entry is about; for the coordination only.' })
  subjectTitle!: string | null;

  @Field(() => String, { nullable: true })
  subjectAddress!: string | null;

  @Field(() => Int)
  version!: number;
}

@InputType()
export class WriteRectificationInput {
  @Field(() => ID, { description: 'UUID made by the client, so that a repeated request does nothing twice.' })
  id!: string;

  @Field(() => ID)
  actorId!: string;

  @Field(() => RectifiedTypeEnum)
  subjectType!: RectifiedType;

  @Field(() => ID)
  subjectId!: string;

  @Field()
  text!: string;

  @Field(() => Int, { description: 'Of the text that stands there; 0: none.' })
  expectedVersion!: number;
}

@InputType()
export class RectificationVersionInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

export const RectificationResult = resultUnion('RectificationResult', RectificationType);
