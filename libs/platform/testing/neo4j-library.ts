import { join } from 'node:path';

/** Where the jars of Neo4j are kept between runs of the tests. */
export const neo4jLibrary = (): string => process.env['KNOTENPUNKT_NEO4J_LIB'] || join('.data', 'neo4j-library');
