import { createHash } from 'node:crypto';
import { GraphQLObjectType, GraphQLSchema, GraphQLString, parse } from 'graphql';
import { CompiledOperations } from './compiled-operations';
import { KnownDocuments } from './known-documents';

class OfOurs extends Error {
  readonly extensions = { code: 'FORBIDDEN' };
}
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      fine: { type: GraphQLString, resolve: () => 'fine' },
      unforeseen: { type: GraphQLString, resolve: () => Promise.reject(new Error('The graph does not answer.')) },
      forbidden: { type: GraphQLString, resolve: () => Promise.reject(new OfOurs('no')) },
    },
  }),
});
const source = 'query Probe { fine unforeseen forbidden }';

describe('an operation of the client that fails', () => {
  it('says the same compiled as interpreted, of foreseen faults and of others', async () => {
    const hash = createHash('sha256').update(source).digest('hex');
    const answers = [{ [hash]: source }, {}].map(async (known) => {
      const { executor } = await new CompiledOperations(new KnownDocuments(known, true)).load();
      const { data, errors = [] } = await executor({ document: parse(source), source, request: {}, schema, context: {} } as never);
      const told = errors.map(({ message, path, extensions, originalError }) => ({
        message,
        path,
        extensions,
        fault: originalError?.message,
      }));
      return { data: { ...data }, told };
    });
    const [compiled, interpreted] = await Promise.all(answers);
    expect(interpreted!.told).toHaveLength(2);
    expect(compiled).toEqual(interpreted);
  });
});
