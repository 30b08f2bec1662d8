import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { Connection, PageArguments } from '@knotenpunkt/platform/graphql';

@ObjectType({ description: 'What an entry of the audit trail says beside who did what.' })
export class AuditDetailsType {
  @Field(() => String, { nullable: true, description: 'The role of a mandate.' })
  role?: string;

  @Field(() => String, { nullable: true, description: 'The first day of a mandate.' })
  fromOn?: string;

  @Field(() => String, { nullable: true, description: 'The last day of a mandate; null: none is set.' })
  untilOn?: string | null;

  @Field(() => String, { nullable: true, description: 'How an organisation was verified: MAIL_DOMAIN, DOCUMENT or CALL.' })
  way?: string;
}

@ObjectType('AuditEntry', { description: 'An act that concerns who may do what. Entries are never changed.' })
export class AuditEntryType {
  @Field(() => ID)
  id!: string;

  @Field()
  at!: Date;

  @Field({ description: '`<subject>.<past participle>`, for example `mandate.granted`.' })
  verb!: string;

  @Field(() => ID, { nullable: true, description: 'The organisation it concerns.' })
  actorId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name of whoever did it; null once that account is erased, or where there was none.',
  })
  who!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of whom it was about; null once that account is erased.' })
  about!: string | null;

  @Field({ description: 'It was about a person, named or erased.' })
  isAboutSomebody!: boolean;

  @Field(() => AuditDetailsType)
  details!: AuditDetailsType;
}

@ArgsType()
export class AuditArguments extends PageArguments {
  @Field(() => ID, { nullable: true, description: 'Only what concerns this organisation.' })
  actorId?: string | null;

  @Field({ defaultValue: false, description: 'What belongs to no region, such as new passwords; for administrators of the platform.' })
  withoutRegion!: boolean;
}

export const AuditEntryConnection = Connection('AuditEntry', AuditEntryType);
