import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { resultUnion } from '@knotenpunkt/platform/graphql';

@ObjectType({ description: 'A place where the viewer is signed in.' })
export class OwnSession {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: 'The kind of browser; null where that is not known.' })
  browser!: string | null;

  @Field(() => String, { nullable: true, description: 'The kind of system; null where that is not known.' })
  system!: string | null;

  @Field()
  since!: Date;

  @Field({ description: 'To the hour.' })
  usedAt!: Date;

  @Field({ description: 'The one this was asked in.' })
  current!: boolean;
}

@ObjectType({ description: 'A passkey of the viewer.' })
export class OwnPasskey {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field()
  since!: Date;

  @Field(() => Date, { nullable: true })
  usedAt!: Date | null;
}

@ObjectType({ description: 'A service by which the viewer signs in, or no longer does.' })
export class OwnSignOn {
  @Field()
  key!: string;

  @Field({ description: 'As this installation calls it.' })
  name!: string;

  @Field({ description: 'False: the viewer has parted it from the account.' })
  linked!: boolean;

  @Field({ description: 'When that was said.' })
  since!: Date;
}

@ObjectType('OwnAccount', { description: 'How the viewer signs in.' })
export class OwnAccountType {
  @Field()
  email!: string;

  @Field({ description: 'False: whoever changes the account has to have signed in minutes ago.' })
  hasPassword!: boolean;

  @Field(() => Date, { nullable: true, description: 'Since when an authenticator app counts; null: none.' })
  authenticatorSince!: Date | null;

  @Field(() => [OwnPasskey])
  passkeyList!: OwnPasskey[];

  @Field(() => Int, { description: 'How many recovery codes are left.' })
  recoveryCodes!: number;

  @Field({ description: 'Coordinates or administrates the platform: a second factor is asked for.' })
  holdsOffice!: boolean;

  services!: Omit<OwnSignOn, 'name'>[];

  @Field(() => [OwnSession], { description: 'This one first, 100 at most.' })
  sessions!: OwnSession[];
}

@ObjectType('SignOnService', { description: 'A service by which people sign in.' })
export class SignOnServiceType {
  @Field({ description: 'Stands in the address that leads there: `/api/auth/oidc/<key>`.' })
  key!: string;

  @Field()
  name!: string;
}

@ObjectType({ description: 'The account as it is now.' })
export class AccountChanged {
  @Field(() => OwnAccountType)
  account!: OwnAccountType;

  @Field(() => [String], { description: 'Shown now and never again; empty where there are no new ones.' })
  newRecoveryCodes!: string[];
}

@ObjectType({ description: 'What an authenticator app needs to know, shown once.' })
export class AuthenticatorProposed {
  @Field({ description: 'To be typed in.' })
  secret!: string;

  @Field({ description: 'To be read from a QR code.' })
  address!: string;
}

@ObjectType({ description: 'What a browser is asked to make a passkey of.' })
export class PasskeyProposed {
  @Field({ description: 'PublicKeyCredentialCreationOptions as JSON.' })
  options!: string;

  @Field({ description: 'Comes back with what the browser made.' })
  token!: string;
}

@InputType()
export class OwnPasswordInput {
  @Field({ description: 'Of the viewer; empty where there is none.' })
  password!: string;
}

@InputType()
export class RequestAddressInput extends OwnPasswordInput {
  @Field()
  email!: string;
}

@InputType()
export class ChangeOwnNameInput {
  @Field()
  name!: string;
}

@InputType()
export class EndOwnSessionInput {
  @Field(() => ID)
  id!: string;
}

@InputType()
export class ConfirmAuthenticatorInput {
  @Field({ description: 'Six digits that the app shows now.' })
  code!: string;
}

@InputType()
export class AddPasskeyInput {
  @Field()
  token!: string;

  @Field({ description: 'By which the viewer tells it from others.' })
  name!: string;

  @Field({ description: 'What the browser made, as JSON.' })
  response!: string;
}

@InputType()
export class OwnSignOnInput extends OwnPasswordInput {
  @Field({ description: 'Of the service.' })
  key!: string;
}

@InputType()
export class RemovePasskeyInput extends OwnPasswordInput {
  @Field(() => ID)
  id!: string;
}

export const AccountChangedResult = resultUnion('AccountChangedResult', AccountChanged);
export const AuthenticatorProposedResult = resultUnion('AuthenticatorProposedResult', AuthenticatorProposed);
export const PasskeyProposedResult = resultUnion('PasskeyProposedResult', PasskeyProposed);
