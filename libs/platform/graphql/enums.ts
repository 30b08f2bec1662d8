import { registerEnumType } from '@nestjs/graphql';

/** Registers the names a domain lists as an enum of the schema; GraphQL's enum objects want names as keys. */
export function enumOf<Name extends string>(names: readonly Name[], name: string, description: string): Record<Name, Name> {
  const values = Object.fromEntries(names.map((each) => [each, each])) as Record<Name, Name>;
  registerEnumType(values, { name, description });
  return values;
}
