import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { ActType } from '@knotenpunkt/identity/api';
import { FOLLOW_TYPES } from '@knotenpunkt/notices/domain';
import { enumOf, resultUnion } from '@knotenpunkt/platform/graphql';

export const FollowTypeEnum = enumOf(FOLLOW_TYPES, 'FollowType', 'What can be followed. COMMITMENT: a single Zusage.');

@ObjectType('Followed', { description: 'Something the viewer follows; nobody else sees it.' })
export class FollowedType {
  @Field(() => FollowTypeEnum)
  type!: string;

  @Field(() => String, { description: 'The id of the thing, or the name of a theme.' })
  targetId!: string;

  @Field({ description: 'What it is called now.' })
  title!: string;

  @Field(() => String, { nullable: true })
  slug!: string | null;
}

@ObjectType({ description: 'An act that is new to the viewer.' })
export class NewsItem {
  @Field(() => ActType)
  act!: ActType;

  @Field({ description: 'It is about something the viewer follows.' })
  followed!: boolean;
}

@ObjectType({ description: 'What happened since the visit before this one.' })
export class News {
  @Field(() => Date, { nullable: true, description: 'When the viewer looked the time before; null at the first visit.' })
  since!: Date | null;

  @Field(() => [NewsItem], { description: 'What is followed first, then the newest; twenty at most.' })
  items!: NewsItem[];
}

@InputType()
export class FollowInput {
  @Field(() => FollowTypeEnum)
  type!: string;

  @Field(() => String, { description: 'The id of the thing, or the name of a theme.' })
  targetId!: string;
}

export const FollowResult = resultUnion('FollowResult', FollowedType);
