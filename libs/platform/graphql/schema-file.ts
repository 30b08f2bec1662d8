import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';

/** The schema as it is kept in the repository, so that a review sees every change of the contract. */
export function schemaFile(schema: GraphQLSchema): string {
  return `# Made from the resolvers by "npm run contract". Do not edit.\n\n${printSchema(lexicographicSortSchema(schema))}\n`;
}
