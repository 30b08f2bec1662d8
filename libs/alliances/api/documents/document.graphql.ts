import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DOCUMENT_KINDS, type DocumentKind, type StatementAudience } from '@knotenpunkt/alliances/domain';
import { enumOf, LocalDateType } from '@knotenpunkt/platform/graphql';
import { StatementAudienceEnum } from '../statements/statement.graphql';

const DocumentKindEnum = enumOf(DOCUMENT_KINDS, 'AllianceDocumentKind', 'What a document of an alliance is.');

@ObjectType('AllianceDocument', { description: 'A file kept here, or a link to what is kept elsewhere.' })
export class DocumentType {
  @Field(() => ID)
  id!: string;

  @Field()
  title!: string;

  @Field(() => DocumentKindEnum)
  kind!: DocumentKind;

  @Field(() => LocalDateType)
  on!: string;

  enteredById!: string;

  @Field(() => StatementAudienceEnum)
  audience!: StatementAudience;

  @Field({ description: 'Where the file is handed out, or the link; empty once it was removed.' })
  address!: string;

  @Field({ description: 'It is kept elsewhere.' })
  isLink!: boolean;

  @Field({ description: 'The content type of the file; empty for links.' })
  fileType!: string;

  @Field(() => Int)
  fileBytes!: number;

  @Field({ description: 'A newer version has taken its place.' })
  isReplaced!: boolean;

  @Field(() => ID, { nullable: true })
  replacesId!: string | null;

  @Field(() => LocalDateType, { nullable: true })
  removedOn!: string | null;

  @Field({ description: 'Why it was removed; empty otherwise.' })
  removedReason!: string;

  @Field(() => Int)
  version!: number;
}

@InputType()
export class AddAllianceDocumentInput {
  @Field(() => ID, { description: 'UUID made by the client.' })
  id!: string;

  @Field(() => ID)
  allianceId!: string;

  @Field(() => ID, { description: 'The member that adds it.' })
  enteredById!: string;

  @Field()
  title!: string;

  @Field(() => DocumentKindEnum)
  kind!: DocumentKind;

  @Field(() => LocalDateType, { description: 'Today or before.' })
  on!: string;

  @Field(() => StatementAudienceEnum)
  audience!: StatementAudience;

  @Field(() => String, { nullable: true, description: 'As `POST /dateien/allianz/<allianceId>` answered it, at most a day ago.' })
  fileHash?: string | null;

  @Field({ defaultValue: '', description: 'In place of a file: where it is kept, with https.' })
  url!: string;

  @Field(() => ID, { nullable: true, description: 'The version it takes the place of.' })
  replacesId?: string | null;
}

@InputType()
export class RemoveAllianceDocumentInput {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  allianceId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field({ description: 'Why; it stays to be read by members.' })
  reason!: string;
}
