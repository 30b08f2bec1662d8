import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import { LocalDateType } from '@knotenpunkt/platform/graphql';

@ObjectType('Region', { description: 'A region whose actors work together.' })
export class RegionType {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'Part of the address: `/r/<slug>/…`.' })
  slug!: string;

  @Field({ description: 'In the language of the request.' })
  name!: string;

  @Field({ description: 'IANA time zone; decides what "today" is.' })
  timeZone!: string;

  @Field(() => [Float], { description: 'Degrees: west, south, east, north.' })
  extent!: number[];

  @Field(() => String, { nullable: true, description: 'Where the outlines of its parts lie, for maps; null: it has none.' })
  outlinesAddress?: string | null;

  @Field({ description: 'True for an invented region.' })
  example!: boolean;

  @Field(() => String, { nullable: true, description: 'Where its entries come from, when they were taken from public sources.' })
  sourceNote!: string | null;

  @Field(() => LocalDateType, { nullable: true, description: 'The day whose state its entries describe; null: they are kept up to date.' })
  asOf!: string | null;

  @Field(() => LocalDateType, { description: 'Today in the time zone of the region.' })
  today!: string;
}
