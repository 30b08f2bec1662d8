import { CustomScalar, Scalar } from '@nestjs/graphql';
import { isId, isLocalDate, type LocalDate } from '@knotenpunkt/kernel';
import { GraphQLError, Kind, type GraphQLScalarType, type GraphQLSchema, type ValueNode } from 'graphql';

/** Nominal type for decorators: `@Field(() => LocalDateType)`. */
export class LocalDateType {}

function parse(value: unknown): LocalDate {
  if (typeof value === 'string' && isLocalDate(value)) return value;
  throw new GraphQLError('A LocalDate is an existing day written as YYYY-MM-DD.', { extensions: { code: 'BAD_USER_INPUT' } });
}

@Scalar('LocalDate', () => LocalDateType)
export class LocalDateScalar implements CustomScalar<string, LocalDate> {
  description = 'A calendar day without time or zone, written as YYYY-MM-DD.';

  parseValue(value: unknown): LocalDate {
    return parse(value);
  }

  serialize(value: unknown): string {
    return parse(value);
  }

  parseLiteral(node: ValueNode): LocalDate {
    return parse(node.kind === Kind.STRING ? node.value : undefined);
  }
}

function parseId(value: unknown): string {
  if (typeof value === 'string' && isId(value.toLowerCase())) return value.toLowerCase();
  // No GraphQLError: to any other the executor adds where in the arguments the value stands.
  throw new TypeError('An id is a UUID.');
}

/** Refuses ids that are none where they come in, by name of the argument; later only Postgres would notice, as a fault. */
export function demandUuids(schema: GraphQLSchema): GraphQLSchema {
  const id = schema.getType('ID') as GraphQLScalarType<string> | undefined;
  if (!id) return schema;
  id.parseValue = parseId;
  id.parseLiteral = (node) => parseId(node.kind === Kind.STRING ? node.value : undefined);
  return schema;
}
