import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { LARGEST_PAGE } from '@knotenpunkt/kernel';
import {
  GraphQLError,
  Kind,
  validate,
  visit,
  type ASTVisitor,
  type DocumentNode,
  type GraphQLSchema,
  type ValidationContext,
  type ValidationRule,
  type ValueNode,
} from 'graphql';

/** Tokens of one document; a page of ours needs some 600. */
export const MAX_TOKENS = 2_000;

/** A text that Postgres cannot hold: it has a NUL character or half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}

/** Lists and objects within each other in the variables of one request; ours need four. */
export const DEEPEST_VALUE = 16;

/** What is wrong with a JSON value: a text somewhere in it that cannot be stored, or too many levels. Null: nothing. */
export function faultOfValue(value: unknown, { deepest = DEEPEST_VALUE } = {}): 'text' | 'depth' | null {
  if (typeof value === 'string') return isStorable(value) ? null : 'text';
  if (typeof value !== 'object' || value === null) return null;
  if (deepest <= 0) return 'depth';
  let fault: 'text' | 'depth' | null = null;
  // A fault of depth outweighs: whoever asks for it must not be told of a text instead.
  for (const [key, entry] of Object.entries(value)) {
    const found = faultOfValue(entry, { deepest: deepest - 1 }) ?? (isStorable(key) ? null : 'text');
    if (found === 'depth') return found;
    fault ??= found;
  }
  return fault;
}

// The status is for refusals after validation, which Apollo would otherwise answer with 500.
const BAD_REQUEST = { code: 'BAD_USER_INPUT', http: { status: 400 } };

export function unstorableText(): GraphQLError {
  return new GraphQLError('A text contains a NUL character or half of a surrogate pair. Remove that character and send it again.', {
    extensions: BAD_REQUEST,
  });
}

function storableTextRule(context: ValidationContext): ASTVisitor {
  return {
    StringValue(node) {
      if (!isStorable(node.value)) context.reportError(unstorableText());
    },
  };
}

function tooLarge(value: ValueNode): boolean {
  return value.kind === Kind.INT && (Number(value.value) > LARGEST_PAGE || Number(value.value) < 1);
}

function pageSizeError(): GraphQLError {
  return new GraphQLError(`first must be between 1 and ${LARGEST_PAGE}.`, { extensions: BAD_REQUEST });
}

function pageSizeRule(context: ValidationContext): ASTVisitor {
  return {
    Argument(node) {
      if (node.name.value === 'first' && tooLarge(node.value)) context.reportError(pageSizeError());
    },
  };
}

/** Names of the variables a document gives as `first`, whatever they are called. */
function pageSizeVariables(document: DocumentNode): Set<string> {
  const names = new Set<string>();
  visit(document, {
    Argument({ name, value }) {
      if (name.value === 'first' && value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return names;
}

/** Refuses variables that ask for too many rows, and texts that cannot be stored. Null when all is well. */
export function refusedVariables(document: DocumentNode, variables: Record<string, unknown> | null | undefined): GraphQLError | null {
  const fault = faultOfValue(variables);
  if (fault === 'text') return unstorableText();
  if (fault === 'depth') return new GraphQLError('The variables are nested too deeply.', { extensions: BAD_REQUEST });
  const defaults = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? (definition.variableDefinitions ?? []) : [],
  );
  for (const name of pageSizeVariables(document)) {
    const given = variables?.[name];
    if (typeof given === 'number' && (given < 1 || given > LARGEST_PAGE)) return pageSizeError();
    const preset = defaults.find(({ variable }) => variable.name.value === name)?.defaultValue;
    if (given === undefined && preset && tooLarge(preset)) return pageSizeError();
  }
  return null;
}

/** Adds the refusal to what is wrong with the document. Thrown instead, it would be told as a fault of the server. */
function refusing(message: string) {
  const report = (context: ValidationContext | null): void =>
    context?.reportError(new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } }));
  return { exposeLimits: false, propagateOnRejection: false, onReject: [report] };
}

const costRule = (): ValidationRule =>
  costLimitRule({
    maxCost: 20_000,
    objectCost: 2,
    scalarCost: 1,
    depthCostFactor: 1.5,
    ignoreIntrospection: true,
    ...refusing('The query asks for too much at once.'),
  }) as unknown as ValidationRule;

/** The rule on costs sees page sizes in the document only: looks again with those the variables give. Null when all is well. */
export function refusedCost(schema: GraphQLSchema, document: DocumentNode, variables: Record<string, unknown> | null | undefined) {
  if (pageSizeVariables(document).size === 0) return null;
  const filled = visit(document, {
    Argument(node) {
      if (node.name.value !== 'first' || node.value.kind !== Kind.VARIABLE) return undefined;
      const given = variables?.[node.value.name.value];
      const size = typeof given === 'number' ? given : LARGEST_PAGE;
      return { ...node, value: { kind: Kind.INT, value: String(size) } };
    },
  });
  const [fault] = validate(schema, filled, [costRule()]);
  return fault ? new GraphQLError(fault.message, { extensions: BAD_REQUEST }) : null;
}

/** What a document may ask for, the same at the HTTP and the WebSocket door. */
export function documentRules(): ValidationRule[] {
  return [
    maxDepthRule({ n: 10, ignoreIntrospection: true, flattenFragments: true, ...refusing('The query is nested too deeply.') }),
    maxAliasesRule({ n: 15, allowList: [], ...refusing('The query has too many aliases.') }),
    maxDirectivesRule({ n: 20, ...refusing('The query has too many directives.') }),
    costRule(),
    storableTextRule,
    pageSizeRule,
  ] as unknown as ValidationRule[];
}
