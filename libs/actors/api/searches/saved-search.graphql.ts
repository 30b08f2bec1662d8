import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Id } from '@knotenpunkt/kernel';
import { resultUnion } from '@knotenpunkt/platform/graphql';

@ObjectType('SavedSearch', { description: 'A search in the directory that the viewer has saved; nobody else sees it.' })
export class SavedSearchType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field({ description: 'The search part of the address `/akteure`.' })
  address!: string;

  @Field({ description: 'New finds are told by mail as well.' })
  mail!: boolean;

  @Field(() => Int, { description: 'How many it has found since the viewer looked last; counted once a day.' })
  newCount!: number;

  @Field(() => Int)
  version!: number;

  /** Those counted, by id. */
  found!: Id[];
}

@InputType()
export class SaveSearchInput {
  @Field(() => ID, { description: 'UUID made by the client, so that a repeated request does nothing twice.' })
  id!: string;

  @Field()
  name!: string;

  @Field({ description: 'The search part of the address `/akteure`.' })
  address!: string;

  @Field(() => Boolean)
  mail!: boolean;
}

@InputType()
export class RenameSavedSearchInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field()
  name!: string;
}

@InputType()
export class SetSavedSearchMailInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => Boolean)
  wanted!: boolean;
}

export const SavedSearchResult = resultUnion('SavedSearchResult', SavedSearchType);
