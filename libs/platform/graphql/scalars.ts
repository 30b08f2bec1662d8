import { CustomScalar, Scalar } from '@nestjs/graphql';
import { isLocalDate, type LocalDate } from '@knotenpunkt/kernel';
import { GraphQLError, Kind, type ValueNode } from 'graphql';

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
