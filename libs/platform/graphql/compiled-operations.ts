import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { execute, getVariableValues, GraphQLError, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import type { KnownDocuments } from './known-documents';

type Gateway = ApolloServerOptionsWithGateway<never>['gateway'];
type Executor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>;
type Asked = Parameters<Executor>[0];

/** As many wrong values as are named at once; the same as where operations are interpreted. */
const NAMED_ERRORS = 50;

/**
 * Carries out operations for Apollo: those of the built client by a function compiled for each of them when it is first asked for,
 * all others as usual. Compiling takes longer than interpreting once, so what strangers make up is never compiled.
 */
export class CompiledOperations implements Gateway {
  private readonly compiled = new Map<string, CompiledQuery | null>();
  private schema: GraphQLSchema | null = null;

  constructor(private readonly documents: KnownDocuments) {}

  /** The schema that is asked, once it is known. */
  use(schema: GraphQLSchema): GraphQLSchema {
    this.schema = schema;
    return schema;
  }

  onSchemaLoadOrUpdate(tell: (loaded: { apiSchema: GraphQLSchema; coreSupergraphSdl: string }) => void): () => void {
    tell({ apiSchema: this.schema!, coreSupergraphSdl: '' });
    return () => undefined;
  }

  load(): Promise<{ executor: Executor }> {
    return Promise.resolve({
      executor: async (asked) => {
        const { document, source, request, operationName, schema, context } = asked;
        const compiled = this.documents.knows(source) ? this.compile(source, schema, document) : null;
        if (compiled) return runCompiled(compiled, asked);
        return execute({ schema, document, contextValue: context, variableValues: request.variables, operationName });
      },
    });
  }

  async stop(): Promise<void> {}

  private compile(source: string, schema: GraphQLSchema, document: DocumentNode): CompiledQuery | null {
    let compiled = this.compiled.get(source);
    if (compiled === undefined) {
      const result = compileQuery<Record<string, unknown>, Record<string, unknown>>(schema, document);
      compiled = isCompiledQuery(result) ? result : null;
      this.compiled.set(source, compiled);
    }
    return compiled;
  }
}

/** Values are read by the schema's own rules first: the compiler has others for ids, and calls a wrong value a fault of ours. */
async function runCompiled(compiled: CompiledQuery, { schema, operation, request, context }: Asked): Promise<ExecutionResult> {
  const values = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {}, { maxErrors: NAMED_ERRORS });
  if (values.errors) return { errors: values.errors };
  return withWholeErrors(await compiled.query(undefined, context, values.coerced));
}

/** The compiler's own errors may have no `extensions`, and Apollo, which looks into them, would tell every such fault as its own. */
function withWholeErrors({ errors, ...result }: ExecutionResult): ExecutionResult {
  if (!errors) return result;
  return {
    ...result,
    errors: errors.map(({ message, path, originalError, extensions }) => new GraphQLError(message, { path, originalError, extensions })),
  };
}
