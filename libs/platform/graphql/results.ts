import { createUnionType, Field, Int, ObjectType } from '@nestjs/graphql';
import type { Result } from '@knotenpunkt/kernel';

@ObjectType({ description: 'A value that the message of a refusal mentions.' })
export class RefusalParameter {
  @Field()
  name!: string;

  @Field()
  value!: string;
}

@ObjectType({ description: 'The request was understood and is not carried out. Nothing was written.' })
export class Refused {
  @Field({ description: 'Stable name of the reason, for example `NOT_PERMITTED`.' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'The input field the reason is about.' })
  field!: string | null;

  @Field(() => [RefusalParameter], { description: 'Values for the message, for example the largest length allowed.' })
  parameters!: RefusalParameter[];
}

@ObjectType({ description: 'Somebody changed it meanwhile. Read it again, compare, and send the change with the current version.' })
export class StaleVersion {
  @Field(() => Int, { description: 'The version it has now; 0 when it is gone.' })
  current!: number;
}

type Success = new () => object;

/** The union a mutation answers with: the changed object, or why nothing changed. `name` ends in `Result`. */
export function resultUnion<Type extends Success>(name: string, success: Type) {
  return createUnionType({
    name,
    types: () => [success, Refused, StaleVersion] as const,
    resolveType: (value: unknown) => (value instanceof Refused ? Refused : value instanceof StaleVersion ? StaleVersion : success),
  });
}

/** Maps the result of a service to what the union of the mutation expects. */
export function answer<Value>(result: Result<Value>): Value | Refused | StaleVersion {
  if (result.ok) return result.value;
  const { code, field, params = {} } = result.refusal;
  if (code === 'STALE_VERSION') return Object.assign(new StaleVersion(), { current: Number(params['current'] ?? 0) });
  return Object.assign(new Refused(), {
    code,
    field: field ?? null,
    parameters: Object.entries(params).map(([name, value]) => Object.assign(new RefusalParameter(), { name, value: String(value) })),
  });
}
