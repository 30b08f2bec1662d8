import { newId } from '@knotenpunkt/kernel';
import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

type Step = string | number;

/** A place where a value can be put: an argument, or a field somewhere inside it. */
export interface Spot {
  path: Step[];
  type: GraphQLInputType;
}

/** The operation of each name, with the kind of it. */
export function operationsOf(schema: GraphQLSchema): { kind: string; field: GraphQLField<unknown, unknown> }[] {
  return [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}).map((field) => ({ kind: type!.name, field })),
  );
}

/** A value the schema takes, as small as it can be. */
export function sampleOf(type: GraphQLInputType): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [sampleOf(bare.ofType as GraphQLInputType)];
  if (isEnumType(bare)) return bare.getValues()[0]!.name;
  if (isInputObjectType(bare)) {
    const needed = Object.values(bare.getFields()).filter(({ type: of, defaultValue }) => isNonNullType(of) && defaultValue === undefined);
    return Object.fromEntries(needed.map((field) => [field.name, sampleOf(field.type)]));
  }
  return { ID: newId(), Int: 1, Float: 1, Boolean: true, LocalDate: '2026-01-01' }[String(bare)] ?? 'Text';
}

function inside(path: Step[], type: GraphQLInputType): Spot[] {
  const bare = getNullableType(type);
  const here = { path, type };
  if (path.length > 6) return [here];
  if (isListType(bare)) return [here, ...inside([...path, 0], bare.ofType as GraphQLInputType)];
  if (isInputObjectType(bare))
    return [here, ...Object.values(bare.getFields()).flatMap((field) => inside([...path, field.name], field.type))];
  return [here];
}

/** Every place of an operation. */
export function spotsOf(field: GraphQLField<unknown, unknown>): Spot[] {
  return field.args.flatMap(({ name, type }) => inside([name], type));
}

/** `variables` with another value in one place; what is missing on the way there is made as the schema wants it. */
export function withValue(field: GraphQLField<unknown, unknown>, variables: Record<string, unknown>, { path }: Spot, value: unknown) {
  const argument = field.args.find(({ name }) => name === path[0])!;
  const put = (current: unknown, type: GraphQLInputType, [step, ...rest]: Step[]): unknown => {
    if (step === undefined) return value;
    const bare = getNullableType(type);
    const container = current ?? sampleOf(bare);
    if (isListType(bare)) return [put((container as unknown[])[0], bare.ofType as GraphQLInputType, rest)];
    if (!isInputObjectType(bare)) return value;
    const inner = bare.getFields()[step]!.type;
    return { ...(container as object), [step]: put((container as Record<string, unknown>)[step], inner, rest) };
  };
  return { ...variables, [argument.name]: put(variables[argument.name], argument.type, path.slice(1)) };
}
