import { createHash } from 'node:crypto';
import {
  getOperationAST,
  GraphQLEnumType,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  parse,
} from 'graphql';
import { CompiledOperations } from './compiled-operations';
import { KnownDocuments } from './known-documents';
import { demandUuids, LocalDateScalar } from './scalars';

class OfOurs extends Error {
  readonly extensions = { code: 'FORBIDDEN' };
}

const days = new LocalDateScalar();
const LocalDate = new GraphQLScalarType({ name: 'LocalDate', parseValue: (value) => days.parseValue(value) });
const Kind = new GraphQLEnumType({ name: 'Kind', values: { SCIENCE: {}, MEDIA: {} } });
const Wish = new GraphQLInputObjectType({
  name: 'Wish',
  fields: {
    id: { type: new GraphQLNonNull(GraphQLID) },
    kinds: { type: new GraphQLList(new GraphQLNonNull(Kind)) },
    day: { type: LocalDate },
    many: { type: GraphQLInt, defaultValue: 3 },
  },
});
const schema = demandUuids(
  new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: {
        fine: { type: GraphQLString, resolve: () => 'fine' },
        unforeseen: { type: GraphQLString, resolve: () => Promise.reject(new Error('The graph does not answer.')) },
        forbidden: { type: GraphQLString, resolve: () => Promise.reject(new OfOurs('no')) },
        heard: {
          type: GraphQLString,
          args: { wish: { type: Wish }, ids: { type: new GraphQLList(new GraphQLNonNull(GraphQLID)) } },
          resolve: (_: unknown, heard: unknown) => JSON.stringify(heard),
        },
      },
    }),
  }),
);

async function answersTo(source: string, variables: Record<string, unknown>) {
  const hash = createHash('sha256').update(source).digest('hex');
  const document = parse(source);
  const asked = { document, operation: getOperationAST(document), source, request: { variables }, schema, context: {} };
  const answers = [{ [hash]: source }, {}].map(async (known) => {
    const { executor } = await new CompiledOperations(new KnownDocuments(known, true)).load();
    const { data, errors = [] } = await executor(asked as never);
    const told = errors.map(({ message, path, extensions, originalError }) => ({
      message,
      path,
      extensions,
      fault: originalError?.message,
    }));
    return { data: { ...data }, told };
  });
  const [compiled, interpreted] = await Promise.all(answers);
  return { compiled: compiled!, interpreted: interpreted! };
}

describe('an operation of the client that fails', () => {
  it('says the same compiled as interpreted, of foreseen faults and of others', async () => {
    const { compiled, interpreted } = await answersTo('query Probe { fine unforeseen forbidden }', {});
    expect(interpreted.told).toHaveLength(2);
    expect(compiled).toEqual(interpreted);
  });
});

describe('the values of variables', () => {
  const source = 'query Probe($wish: Wish, $ids: [ID!]) { heard(wish: $wish, ids: $ids) }';
  const id = '0190D6F2-7C1A-7B3E-8A51-0C8F00000001';

  it.each<[string, Record<string, unknown>, number]>([
    ['none', {}, 0],
    ['null', { wish: null, ids: null }, 0],
    ['an id in capitals', { wish: { id } }, 0],
    ['a day and an enum', { wish: { id, day: '2026-11-27', kinds: ['SCIENCE', 'MEDIA'] } }, 0],
    ['one where a list may stand', { ids: id }, 0],
    ['a number as id', { wish: { id: 7 } }, 1],
    ['no UUID', { wish: { id: "1' OR 1=1" } }, 1],
    ['no id', { wish: {} }, 1],
    ['an unknown enum value', { wish: { id, kinds: ['NOBODY'] } }, 1],
    ['an unknown field', { wish: { id, more: 1 } }, 1],
    ['no day, and a number that is none', { wish: { id, day: '2026-02-30', many: 1.5 } }, 2],
  ])('are read the same compiled as interpreted: %s', async (_, variables, errors) => {
    const { compiled, interpreted } = await answersTo(source, variables);
    expect(interpreted.told).toHaveLength(errors);
    expect(compiled).toEqual(interpreted);
  });
});
