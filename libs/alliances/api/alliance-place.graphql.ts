import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ConsentAnswerEnum } from '@knotenpunkt/agreements/api';
import type { ConsentAnswer } from '@knotenpunkt/agreements/domain';
import type { AllianceState, MemberState } from '@knotenpunkt/alliances/domain';
import { LocalDateType } from '@knotenpunkt/platform/graphql';
import { AllianceStateEnum, AllianceMemberStateEnum } from './alliance.graphql';

@ObjectType({
  description:
    'Where an organisation was written into an alliance, asked, or takes part, and what it answered. Seen by its own people only.',
})
export class AlliancePlace {
  @Field(() => ID)
  allianceId!: string;

  @Field(() => String, { nullable: true, description: 'Null while it is a draft.' })
  slug!: string | null;

  @Field(() => String, { nullable: true, description: 'Null while it is a draft.' })
  title!: string | null;

  @Field(() => AllianceStateEnum)
  state!: AllianceState;

  @Field(() => AllianceMemberStateEnum)
  memberState!: MemberState;

  @Field(() => String, { nullable: true, description: 'The question it is to answer; null where that is not published.' })
  question!: string | null;

  @Field(() => String, { nullable: true })
  challengeSlug!: string | null;

  @Field(() => ConsentAnswerEnum, { nullable: true, description: 'Its answer to the text that stands; null: none, or nobody has asked.' })
  answer!: ConsentAnswer | null;

  @Field(() => LocalDateType, { nullable: true })
  answeredOn!: string | null;

  @Field({ description: 'The change it asked for; empty where it asked for none.' })
  change!: string;
}
