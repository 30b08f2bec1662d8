/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Account {\n    viewer {\n      personId\n      name\n      coordinator\n      platformAdministrator\n      mandates {\n        id\n        actorId\n        role\n        actor {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.AccountDocument,
    "\n  mutation RequestContact($input: RequestContactInput!) {\n    requestContact(input: $input) {\n      ... on ContactAsked {\n        id\n      }\n      ... on Refused {\n        code\n        field\n        parameters {\n          name\n          value\n        }\n      }\n      ... on StaleVersion {\n        current\n      }\n    }\n  }\n": typeof types.RequestContactDocument,
    "\n  query ContactRequests {\n    contactRequests(first: 50) {\n      id\n      name\n      email\n      organisation\n      message\n      state\n      version\n      createdAt\n      toActor {\n        id\n        name\n        slug\n      }\n    }\n  }\n": typeof types.ContactRequestsDocument,
    "\n  mutation MarkContactAnswered($input: DecideContactInput!) {\n    markContactAnswered(input: $input) {\n      ... on ContactRequest {\n        id\n        state\n        version\n      }\n      ... on Refused {\n        code\n        field\n        parameters {\n          name\n          value\n        }\n      }\n      ... on StaleVersion {\n        current\n      }\n    }\n  }\n": typeof types.MarkContactAnsweredDocument,
    "\n  mutation DeclineContact($input: DecideContactInput!) {\n    declineContact(input: $input) {\n      ... on ContactRequest {\n        id\n        state\n        version\n      }\n      ... on Refused {\n        code\n        field\n        parameters {\n          name\n          value\n        }\n      }\n      ... on StaleVersion {\n        current\n      }\n    }\n  }\n": typeof types.DeclineContactDocument,
    "\n  query MandatesOfActor($actorId: ID!) {\n    mandatesOfActor(actorId: $actorId) {\n      id\n      version\n      role\n      fromOn\n      untilOn\n      personName\n      email\n    }\n  }\n": typeof types.MandatesOfActorDocument,
    "\n  mutation GrantMandate($input: GrantMandateInput!) {\n    grantMandate(input: $input) {\n      ... on PersonMandate {\n        id\n      }\n      ... on Refused {\n        code\n        field\n        parameters {\n          name\n          value\n        }\n      }\n      ... on StaleVersion {\n        current\n      }\n    }\n  }\n": typeof types.GrantMandateDocument,
    "\n  mutation EndMandate($input: EndMandateInput!) {\n    endMandate(input: $input) {\n      ... on PersonMandate {\n        id\n      }\n      ... on Refused {\n        code\n        field\n        parameters {\n          name\n          value\n        }\n      }\n      ... on StaleVersion {\n        current\n      }\n    }\n  }\n": typeof types.EndMandateDocument,
    "\n  query OutgoingMails {\n    outgoingMails(first: 50) {\n      id\n      to\n      subject\n      text\n      createdAt\n      sentAt\n    }\n  }\n": typeof types.OutgoingMailsDocument,
    "\n  query DemoLogins {\n    demoLoginList {\n      name\n      email\n      password\n      purpose\n    }\n  }\n": typeof types.DemoLoginsDocument,
    "\n  query Viewer {\n    viewer {\n      personId\n      name\n      coordinator\n      platformAdministrator\n      mandates {\n        id\n        actorId\n        role\n      }\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  query Regions {\n    regions {\n      slug\n      name\n      timeZone\n      example\n      asOf\n      sourceNote\n    }\n  }\n": typeof types.RegionsDocument,
    "\n  subscription LiveChanges {\n    changes {\n      seq\n      owners {\n        type\n        id\n      }\n    }\n  }\n": typeof types.LiveChangesDocument,
};
const documents: Documents = {
    "\n  query Account {\n    viewer {\n      personId\n      name\n      coordinator\n      platformAdministrator\n      mandates {\n        id\n        actorId\n        role\n        actor {\n          id\n          name\n        }\n      }\n    }\n  }\n": types.AccountDocument,
    "\n  mutation RequestContact($input: RequestContactInput!) {\n    requestContact(input: $input) {\n      ... on ContactAsked {\n        id\n      }\n      ... on Refused {\n        code\n        field\n        parameters {\n          name\n          value\n        }\n      }\n      ... on StaleVersion {\n        current\n      }\n    }\n  }\n": types.RequestContactDocument,
    "\n  query ContactRequests {\n    contactRequests(first: 50) {\n      id\n      name\n      email\n      organisation\n      message\n      state\n      version\n      createdAt\n      toActor {\n        id\n        name\n        slug\n      }\n    }\n  }\n": types.ContactRequestsDocument,
    "\n  mutation MarkContactAnswered($input: DecideContactInput!) {\n    markContactAnswered(input: $input) {\n      ... on ContactRequest {\n        id\n        state\n        version\n      }\n      ... on Refused {\n        code\n        field\n        parameters {\n          name\n          value\n        }\n      }\n      ... on StaleVersion {\n        current\n      }\n    }\n  }\n": types.MarkContactAnsweredDocument,
    "\n  mutation DeclineContact($input: DecideContactInput!) {\n    declineContact(input: $input) {\n      ... on ContactRequest {\n        id\n        state\n        version\n      }\n      ... on Refused {\n        code\n        field\n        parameters {\n          name\n          value\n        }\n      }\n      ... on StaleVersion {\n        current\n      }\n    }\n  }\n": types.DeclineContactDocument,
    "\n  query MandatesOfActor($actorId: ID!) {\n    mandatesOfActor(actorId: $actorId) {\n      id\n      version\n      role\n      fromOn\n      untilOn\n      personName\n      email\n    }\n  }\n": types.MandatesOfActorDocument,
    "\n  mutation GrantMandate($input: GrantMandateInput!) {\n    grantMandate(input: $input) {\n      ... on PersonMandate {\n        id\n      }\n      ... on Refused {\n        code\n        field\n        parameters {\n          name\n          value\n        }\n      }\n      ... on StaleVersion {\n        current\n      }\n    }\n  }\n": types.GrantMandateDocument,
    "\n  mutation EndMandate($input: EndMandateInput!) {\n    endMandate(input: $input) {\n      ... on PersonMandate {\n        id\n      }\n      ... on Refused {\n        code\n        field\n        parameters {\n          name\n          value\n        }\n      }\n      ... on StaleVersion {\n        current\n      }\n    }\n  }\n": types.EndMandateDocument,
    "\n  query OutgoingMails {\n    outgoingMails(first: 50) {\n      id\n      to\n      subject\n      text\n      createdAt\n      sentAt\n    }\n  }\n": types.OutgoingMailsDocument,
    "\n  query DemoLogins {\n    demoLoginList {\n      name\n      email\n      password\n      purpose\n    }\n  }\n": types.DemoLoginsDocument,
    "\n  query Viewer {\n    viewer {\n      personId\n      name\n      coordinator\n      platformAdministrator\n      mandates {\n        id\n        actorId\n        role\n      }\n    }\n  }\n": types.ViewerDocument,
    "\n  query Regions {\n    regions {\n      slug\n      name\n      timeZone\n      example\n      asOf\n      sourceNote\n    }\n  }\n": types.RegionsDocument,
    "\n  subscription LiveChanges {\n    changes {\n      seq\n      owners {\n        type\n        id\n      }\n    }\n  }\n": types.LiveChangesDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Account {\n    viewer {\n      personId\n      name\n      coordinator\n      platformAdministrator\n      mandates {\n        id\n        actorId\n        role\n        actor {\n          id\n          name\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Account {\n    viewer {\n      personId\n      name\n      coordinator\n      platformAdministrator\n      mandates {\n        id\n        actorId\n        role\n        actor {\n          id\n          name\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestContact($input: RequestContactInput!) {\n    requestContact(input: $input) {\n      ... on ContactAsked {\n        id\n      }\n      ... on Refused {\n        code\n        field\n        parameters {\n          name\n          value\n        }\n      }\n      ... on StaleVersion {\n        current\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RequestContact($input: RequestContactInput!) {\n    requestContact(input: $input) {\n      ... on ContactAsked {\n        id\n      }\n      ... on Refused {\n        code\n        field\n        parameters {\n          name\n          value\n        }\n      }\n      ... on StaleVersion {\n        current\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ContactRequests {\n    contactRequests(first: 50) {\n      id\n      name\n      email\n      organisation\n      message\n      state\n      version\n      createdAt\n      toActor {\n        id\n        name\n        slug\n      }\n    }\n  }\n"): (typeof documents)["\n  query ContactRequests {\n    contactRequests(first: 50) {\n      id\n      name\n      email\n      organisation\n      message\n      state\n      version\n      createdAt\n      toActor {\n        id\n        name\n        slug\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MarkContactAnswered($input: DecideContactInput!) {\n    markContactAnswered(input: $input) {\n      ... on ContactRequest {\n        id\n        state\n        version\n      }\n      ... on Refused {\n        code\n        field\n        parameters {\n          name\n          value\n        }\n      }\n      ... on StaleVersion {\n        current\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation MarkContactAnswered($input: DecideContactInput!) {\n    markContactAnswered(input: $input) {\n      ... on ContactRequest {\n        id\n        state\n        version\n      }\n      ... on Refused {\n        code\n        field\n        parameters {\n          name\n          value\n        }\n      }\n      ... on StaleVersion {\n        current\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeclineContact($input: DecideContactInput!) {\n    declineContact(input: $input) {\n      ... on ContactRequest {\n        id\n        state\n        version\n      }\n      ... on Refused {\n        code\n        field\n        parameters {\n          name\n          value\n        }\n      }\n      ... on StaleVersion {\n        current\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeclineContact($input: DecideContactInput!) {\n    declineContact(input: $input) {\n      ... on ContactRequest {\n        id\n        state\n        version\n      }\n      ... on Refused {\n        code\n        field\n        parameters {\n          name\n          value\n        }\n      }\n      ... on StaleVersion {\n        current\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MandatesOfActor($actorId: ID!) {\n    mandatesOfActor(actorId: $actorId) {\n      id\n      version\n      role\n      fromOn\n      untilOn\n      personName\n      email\n    }\n  }\n"): (typeof documents)["\n  query MandatesOfActor($actorId: ID!) {\n    mandatesOfActor(actorId: $actorId) {\n      id\n      version\n      role\n      fromOn\n      untilOn\n      personName\n      email\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation GrantMandate($input: GrantMandateInput!) {\n    grantMandate(input: $input) {\n      ... on PersonMandate {\n        id\n      }\n      ... on Refused {\n        code\n        field\n        parameters {\n          name\n          value\n        }\n      }\n      ... on StaleVersion {\n        current\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation GrantMandate($input: GrantMandateInput!) {\n    grantMandate(input: $input) {\n      ... on PersonMandate {\n        id\n      }\n      ... on Refused {\n        code\n        field\n        parameters {\n          name\n          value\n        }\n      }\n      ... on StaleVersion {\n        current\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndMandate($input: EndMandateInput!) {\n    endMandate(input: $input) {\n      ... on PersonMandate {\n        id\n      }\n      ... on Refused {\n        code\n        field\n        parameters {\n          name\n          value\n        }\n      }\n      ... on StaleVersion {\n        current\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EndMandate($input: EndMandateInput!) {\n    endMandate(input: $input) {\n      ... on PersonMandate {\n        id\n      }\n      ... on Refused {\n        code\n        field\n        parameters {\n          name\n          value\n        }\n      }\n      ... on StaleVersion {\n        current\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OutgoingMails {\n    outgoingMails(first: 50) {\n      id\n      to\n      subject\n      text\n      createdAt\n      sentAt\n    }\n  }\n"): (typeof documents)["\n  query OutgoingMails {\n    outgoingMails(first: 50) {\n      id\n      to\n      subject\n      text\n      createdAt\n      sentAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DemoLogins {\n    demoLoginList {\n      name\n      email\n      password\n      purpose\n    }\n  }\n"): (typeof documents)["\n  query DemoLogins {\n    demoLoginList {\n      name\n      email\n      password\n      purpose\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      personId\n      name\n      coordinator\n      platformAdministrator\n      mandates {\n        id\n        actorId\n        role\n      }\n    }\n  }\n"): (typeof documents)["\n  query Viewer {\n    viewer {\n      personId\n      name\n      coordinator\n      platformAdministrator\n      mandates {\n        id\n        actorId\n        role\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Regions {\n    regions {\n      slug\n      name\n      timeZone\n      example\n      asOf\n      sourceNote\n    }\n  }\n"): (typeof documents)["\n  query Regions {\n    regions {\n      slug\n      name\n      timeZone\n      example\n      asOf\n      sourceNote\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription LiveChanges {\n    changes {\n      seq\n      owners {\n        type\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription LiveChanges {\n    changes {\n      seq\n      owners {\n        type\n        id\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;