import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { LARGEST_PAGE } from '@knotenpunkt/kernel';
import { GraphQLError, Kind, type ASTVisitor, type ValidationContext, type ValidationRule, type ValueNode } from 'graphql';

/** Tokens of one document; a page of ours needs some 600. */
export const MAX_TOKENS = 2_000;

/** A text that Postgres cannot hold: it has a NUL character or half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}

/** Whether every text anywhere in a JSON value can be stored. */
export function isStorableValue(value: unknown): boolean {
  if (typeof value === 'string') return isStorable(value);
  if (Array.isArray(value)) return value.every(isStorableValue);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).every(([key, entry]) => isStorable(key) && isStorableValue(entry));
  return true;
}

export function unstorableText(): GraphQLError {
  return new GraphQLError('A text contains a NUL character or half of a surrogate pair. Remove that character and send it again.', {
    extensions: { code: 'BAD_USER_INPUT' },
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
  return new GraphQLError(`first must be between 1 and ${LARGEST_PAGE}.`, { extensions: { code: 'BAD_USER_INPUT' } });
}

function pageSizeRule(context: ValidationContext): ASTVisitor {
  return {
    Argument(node) {
      if (node.name.value === 'first' && tooLarge(node.value)) context.reportError(pageSizeError());
    },
  };
}

/** Refuses a variable named `first` that asks for too many rows, and texts that cannot be stored. Null when all is well. */
export function refusedVariables(variables: Record<string, unknown> | null | undefined): GraphQLError | null {
  if (!variables) return null;
  if (!isStorableValue(variables)) return unstorableText();
  const first = variables['first'];
  return typeof first === 'number' && (first < 1 || first > LARGEST_PAGE) ? pageSizeError() : null;
}

const reject = { exposeLimits: false, propagateOnRejection: true } as const;

/** What a document may ask for, the same at the HTTP and the WebSocket door. */
export function documentRules(): ValidationRule[] {
  return [
    maxDepthRule({ n: 10, ignoreIntrospection: true, flattenFragments: true, errorMessage: 'The query is nested too deeply.', ...reject }),
    maxAliasesRule({ n: 15, allowList: [], errorMessage: 'The query has too many aliases.', ...reject }),
    maxDirectivesRule({ n: 20, errorMessage: 'The query has too many directives.', ...reject }),
    costLimitRule({
      maxCost: 20_000,
      objectCost: 2,
      scalarCost: 1,
      depthCostFactor: 1.5,
      ignoreIntrospection: true,
      errorMessage: 'The query asks for too much at once.',
      ...reject,
    }),
    storableTextRule,
    pageSizeRule,
  ] as unknown as ValidationRule[];
}
