import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DatePrecisionEnum } from '@knotenpunkt/initiatives/api';
import type { DatePrecision } from '@knotenpunkt/kernel';
import { MARK_KINDS, type MarkKind } from '@knotenpunkt/network/domain';
import { enumOf, LocalDateType } from '@knotenpunkt/platform/graphql';

export const NetworkMarkKind = enumOf(
  MARK_KINDS,
  'NetworkMarkKind',
  'An event that was held, an alliance that was formed, a Vorhaben of many that began.',
);

@ObjectType({ description: 'Something of the region by which one remembers a day; the past of the network is read beside it.' })
export class NetworkMark {
  @Field(() => ID)
  id!: string;

  @Field(() => NetworkMarkKind)
  kind!: MarkKind;

  @Field()
  title!: string;

  @Field(() => LocalDateType)
  day!: string;

  @Field(() => DatePrecisionEnum)
  precision!: DatePrecision;

  @Field(() => Int, { description: 'How many actors took part.' })
  participants!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Part of the address of the alliance, or of the Vorhaben; null for an event that belongs to none.',
  })
  slug!: string | null;
}
