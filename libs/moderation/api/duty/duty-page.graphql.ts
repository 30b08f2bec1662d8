import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DUTY_PAGES, type DutyPage } from '@knotenpunkt/moderation/domain';
import { enumOf, resultUnion } from '@knotenpunkt/platform/graphql';

export const DutyPageEnum = enumOf(DUTY_PAGES, 'DutyPageName', 'A page the operator owes its readers.');

@ObjectType('DutyPage', { description: 'A page the operator owes, as it stands now. The same in all regions.' })
export class DutyPageType {
  @Field(() => DutyPageEnum)
  page!: DutyPage;

  @Field({ description: 'Markdown in German.' })
  textDe!: string;

  @Field({ description: 'Markdown in English.' })
  textEn!: string;

  @Field({ description: 'Where a video in sign language is found; empty: none is named.' })
  videoUrl!: string;

  @Field(() => Int, { description: 'Number of the version; 0: made of the settings of the installation, nobody has written one.' })
  version!: number;

  @Field(() => Date, { nullable: true, description: 'When it was written; null for version 0.' })
  changedAt!: Date | null;
}

@ObjectType('DutyPreview', { description: 'Texts of a page of duty, not published, as safe HTML.' })
export class DutyPreviewType {
  @Field()
  htmlDe!: string;

  @Field()
  htmlEn!: string;
}

@ObjectType('DutyPageVersion', { description: 'What stood on a page of duty at a time.' })
export class DutyPageVersionType {
  @Field(() => Int, { description: '0: made of the settings of the installation.' })
  number!: number;

  @Field()
  textDe!: string;

  @Field()
  textEn!: string;

  @Field()
  videoUrl!: string;

  @Field(() => Int, { nullable: true, description: 'The version whose text this is once more.' })
  restoredFrom!: number | null;

  @Field(() => Date, { nullable: true })
  writtenAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who wrote it; null for version 0 and where that account is gone.' })
  personName!: string | null;
}

@InputType()
export class WriteDutyPageInput {
  @Field(() => ID, { description: 'UUID made by the client, so that a repeated request does nothing twice.' })
  id!: string;

  @Field(() => DutyPageEnum)
  page!: DutyPage;

  @Field()
  textDe!: string;

  @Field()
  textEn!: string;

  @Field({ defaultValue: '' })
  videoUrl!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class RestoreDutyPageInput {
  @Field(() => ID, { description: 'UUID made by the client, so that a repeated request does nothing twice.' })
  id!: string;

  @Field(() => DutyPageEnum)
  page!: DutyPage;

  @Field(() => Int, { description: 'The version whose text is to stand there again.' })
  number!: number;

  @Field(() => Int)
  expectedVersion!: number;
}

export const DutyPageResult = resultUnion('DutyPageResult', DutyPageType);
