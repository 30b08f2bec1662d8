/** Texts fed to the linter, with the place they pretend to stand at. */
interface Case {
  what: string;
  file: string;
  text: string;
}

const uses = (source: string) => `import { part } from '${source}';\nexport const used = part;\n`;
const usesType = (source: string) => `import type { Part } from '${source}';\nexport type Used = Part;\n`;
const constructorOf = (count: number) =>
  `export class Desk {\n  constructor(${Array.from({ length: count }, (_, at) => `readonly p${at}: string`).join(', ')}) {}\n}\n`;
const lines = (count: number) => Array.from({ length: count }, (_, at) => `export const line${at} = ${at};`).join('\n');
const shows = (jsx: string) =>
  `export const Card = ({ open, t }: { open: boolean; t(key: string): string }) => (\n  <>${jsx}<i>{open && t('x')}</i></>\n);\n`;

export const forbidden: (Case & { by: string })[] = [
  { what: 'a way past a door', file: 'libs/initiatives/api/x.ts', text: uses('@knotenpunkt/actors/api/actor.entity'), by: '"door"' },
  {
    what: 'a relative way into another room',
    file: 'libs/initiatives/api/x.ts',
    text: uses('../../actors/api/index'),
    by: '@nx/enforce-module-boundaries',
  },
  {
    what: 'a relative way into another layer',
    file: 'libs/actors/api/x.ts',
    text: uses('../domain/index'),
    by: '@nx/enforce-module-boundaries',
  },
  {
    what: 'a package that package.json does not name',
    file: 'libs/actors/api/x.ts',
    text: uses('semver'),
    by: '@nx/enforce-module-boundaries',
  },
  { what: 'an entity in a door', file: 'libs/actors/api/index.ts', text: `export * from './actor.entity';\n`, by: '"door-keeps-tables"' },
  {
    what: 'a repository in a door',
    file: 'libs/actors/api/index.ts',
    text: `export { ActorRepository } from './actor.repository';\n`,
    by: '"door-keeps-tables"',
  },
  { what: 'Nest in domain/', file: 'libs/actors/domain/x.ts', text: uses('@nestjs/common'), by: '"pure-domain"' },
  { what: 'TypeORM in domain/', file: 'libs/actors/domain/x.ts', text: uses('typeorm'), by: '"pure-domain"' },
  { what: 'React in domain/', file: 'libs/actors/domain/x.ts', text: uses('react'), by: '"pure-domain"' },
  { what: 'a node: module in domain/', file: 'libs/actors/domain/x.ts', text: uses('node:crypto'), by: '"pure-domain"' },
  { what: 'a node module without its prefix in domain/', file: 'libs/actors/domain/x.ts', text: uses('fs/promises'), by: '"pure-domain"' },
  { what: 'a node: module in the kernel', file: 'libs/kernel/x.ts', text: uses('node:fs'), by: '"pure-domain"' },
  {
    what: 'a dynamic import of Nest in domain/',
    file: 'libs/actors/domain/x.ts',
    text: `export const nest = () => import('@nestjs/core');\n`,
    by: '"pure-domain"',
  },
  { what: 'an export of TypeORM in domain/', file: 'libs/actors/domain/x.ts', text: `export * from 'typeorm';\n`, by: '"pure-domain"' },
  {
    what: 'a type of TypeORM in domain/',
    file: 'libs/actors/domain/x.ts',
    text: `export type Rows = import('typeorm').EntityManager;\n`,
    by: '"pure-domain"',
  },
  { what: 'TypeORM in a resolver', file: 'libs/actors/api/actor.resolver.ts', text: usesType('typeorm'), by: '"resolver-asks-service"' },
  {
    what: 'a repository in a resolver',
    file: 'libs/actors/api/actor.resolver.ts',
    text: uses('./actor.repository'),
    by: '"resolver-asks-service"',
  },
  {
    what: 'an entity in a resolver',
    file: 'libs/actors/api/actor.resolver.ts',
    text: usesType('./actor.entity'),
    by: '"resolver-asks-service"',
  },
  {
    what: 'GraphQL in a service',
    file: 'libs/actors/api/actor.service.ts',
    text: uses('@nestjs/graphql'),
    by: '"service-without-graphql"',
  },
  {
    what: 'a GraphQL type in a service',
    file: 'libs/actors/api/actor.service.ts',
    text: usesType('./actor.graphql'),
    by: '"service-without-graphql"',
  },
  { what: 'the Neo4j driver in a room', file: 'libs/network/api/x.ts', text: uses('neo4j-driver'), by: '"graph-behind-port"' },
  {
    what: 'the Neo4j driver in the embedded graph',
    file: 'libs/platform/graph/embedded-graph.ts',
    text: uses('neo4j-driver'),
    by: '"graph-behind-port"',
  },
  { what: 'Cytoscape in a room', file: 'libs/network/web/NetworkPage.tsx', text: uses('cytoscape'), by: '"drawing-in-one-place"' },
  { what: 'Cytoscape elsewhere in webkit', file: 'libs/webkit/ui/x.ts', text: uses('cytoscape'), by: '"drawing-in-one-place"' },
  { what: 'React in the server', file: 'libs/actors/api/x.ts', text: uses('react'), by: '"server-without-client"' },
  { what: 'Nest in the browser', file: 'libs/actors/web/x.ts', text: uses('@nestjs/common'), by: '"client-without-server"' },
  { what: 'a node: module in the browser', file: 'libs/webkit/data/x.ts', text: uses('node:path'), by: '"client-without-server"' },
  {
    what: 'Cypher in a room',
    file: 'libs/network/api/x.ts',
    text: `export const q = 'MATCH (a:Actor) RETURN a';\n`,
    by: 'workshop/cypher-at-home',
  },
  {
    what: 'Cypher in a template',
    file: 'libs/network/api/x.ts',
    text: 'export const q = (type: string) => `MERGE (a:${type} {id: $id})`;\n',
    by: 'workshop/cypher-at-home',
  },
  {
    what: 'Cypher in the embedded graph',
    file: 'libs/platform/graph/embedded-graph.ts',
    text: `export const q = 'UNWIND $rows AS row RETURN row';\n`,
    by: 'workshop/cypher-at-home',
  },
  {
    what: 'save()',
    file: 'libs/actors/api/actor.repository.ts',
    text: `export const f = (rows: { save(row: object): void }) => rows.save({});\n`,
    by: 'workshop/versioned-writes',
  },
  {
    what: 'save() in the platform',
    file: 'libs/platform/database/x.ts',
    text: `export const f = (rows: { save(row: object): void }) => rows.save({});\n`,
    by: 'workshop/versioned-writes',
  },
  {
    what: 'a schema made by TypeORM',
    file: 'apps/api/x.ts',
    text: `export const options = { synchronize: true };\n`,
    by: 'workshop/versioned-writes',
  },
  { what: 'seven parts in a constructor', file: 'libs/actors/api/x.ts', text: constructorOf(7), by: 'workshop/few-parts' },
  { what: 'any', file: 'libs/actors/domain/x.ts', text: `export const anything: any = 1;\n`, by: '@typescript-eslint/no-explicit-any' },
  { what: 'a file of 401 lines', file: 'libs/actors/domain/x.ts', text: lines(401), by: 'max-lines' },
  { what: 'text in a component', file: 'libs/actors/web/Card.tsx', text: shows('<p>Akteure</p>'), by: 'workshop/text-from-catalogue' },
  {
    what: 'text as an expression',
    file: 'libs/actors/web/Card.tsx',
    text: shows(`<p>{open ? 'Ja' : t('no')}</p>`),
    by: 'workshop/text-from-catalogue',
  },
  {
    what: 'a label read aloud',
    file: 'libs/webkit/ui/Card.tsx',
    text: shows('<b aria-label="Menü" />'),
    by: 'workshop/text-from-catalogue',
  },
  {
    what: 'a title in a template',
    file: 'apps/web/Card.tsx',
    text: shows('<b title={`Seite ${t("x")}`} />'),
    by: 'workshop/text-from-catalogue',
  },
  {
    what: 'a placeholder',
    file: 'libs/actors/web/Card.tsx',
    text: shows('<input placeholder="Suche" />'),
    by: 'workshop/text-from-catalogue',
  },
  {
    what: 'a hook behind a condition',
    file: 'libs/actors/web/useIt.ts',
    text: `import { useState } from 'react';\nexport function useIt(on: boolean) {\n  if (on) useState(1);\n}\n`,
    by: 'react-hooks/rules-of-hooks',
  },
  {
    what: 'a value imported only as a type',
    file: 'libs/actors/domain/x.ts',
    text: `import { Part } from './part';\nexport type Used = Part;\n`,
    by: '@typescript-eslint/consistent-type-imports',
  },
  {
    what: 'fetching an address',
    file: 'libs/actors/api/actor.service.ts',
    text: `export const look = (url: string) => fetch(url);\n`,
    by: 'reaches out of the house',
  },
  {
    what: 'fetching through globalThis',
    file: 'libs/actors/api/x.ts',
    text: `export const look = (url: string) => globalThis.fetch(url);\n`,
    by: 'reaches out of the house',
  },
  {
    what: 'the HTTP client of Node',
    file: 'libs/platform/jobs/x.ts',
    text: `import { get } from 'node:https';\nexport const used = get;\n`,
    by: 'reaches out of the house',
  },
  {
    what: 'a socket',
    file: 'libs/actors/api/x.ts',
    text: `import { connect } from 'node:net';\nexport const used = connect;\n`,
    by: 'reaches out of the house',
  },
  {
    what: 'a socket loaded later',
    file: 'apps/api/x.ts',
    text: `export const later = () => import('node:tls');\n`,
    by: 'reaches out of the house',
  },
  {
    what: 'mail past the mail',
    file: 'libs/actors/api/x.ts',
    text: `import { createTransport } from 'nodemailer';\nexport const used = createTransport;\n`,
    by: 'reaches out of the house',
  },
];

export const allowed: Case[] = [
  {
    what: 'the door',
    file: 'libs/initiatives/api/x.ts',
    text: `import { stub } from '@knotenpunkt/actors/api';\nexport const used = stub;\n`,
  },
  { what: 'a service in a door', file: 'libs/actors/api/index.ts', text: `export { ActorService } from './actor.service';\n` },
  { what: 'the kernel in domain/', file: 'libs/actors/domain/x.ts', text: uses('@knotenpunkt/kernel') },
  { what: 'a node: module in a test of domain/', file: 'libs/actors/domain/x.spec.ts', text: uses('node:fs') },
  { what: 'a node: module in a benchmark of domain/', file: 'libs/matching/domain/bench/x.ts', text: uses('node:fs') },
  {
    what: 'a service in a resolver',
    file: 'libs/actors/api/actor.resolver.ts',
    text: `import { Resolver } from '@nestjs/graphql';\nimport { part } from './actor.service';\nexport const used = [Resolver, part];\n`,
  },
  { what: 'a repository in a service', file: 'libs/actors/api/actor.service.ts', text: uses('./actor.repository') },
  { what: 'TypeORM in a repository', file: 'libs/actors/api/actor.repository.ts', text: uses('typeorm') },
  { what: 'the Neo4j driver in its adapter', file: 'libs/platform/graph/neo4j-graph.ts', text: uses('neo4j-driver') },
  { what: 'the Neo4j driver below its adapter', file: 'libs/platform/graph/neo4j/session.ts', text: uses('neo4j-driver') },
  { what: 'the Neo4j driver in a benchmark', file: 'libs/network/api/bench/floor.ts', text: uses('neo4j-driver') },
  { what: 'GraphQL in a benchmark of a service', file: 'libs/network/api/bench/floor.service.ts', text: uses('@nestjs/graphql') },
  { what: 'Cytoscape in graph-view', file: 'libs/webkit/graph-view/GraphView.tsx', text: uses('cytoscape') },
  { what: 'Cytoscape in a benchmark', file: 'libs/network/web/bench/draw.ts', text: uses('cytoscape') },
  { what: 'Cypher in graph-schema/', file: 'graph-schema/x.ts', text: `export const q = 'MATCH (a:Actor) RETURN a';\n` },
  { what: 'Cypher in the adapter', file: 'libs/platform/graph/neo4j-graph.ts', text: `export const q = 'MERGE (a:Actor {id: $id})';\n` },
  {
    what: 'SQL that merges and creates',
    file: 'libs/actors/api/x.ts',
    text: `export const q = 'MERGE INTO actor USING (SELECT 1) s ON true'; export const c = 'CREATE TABLE actor (id uuid)';\n`,
  },
  {
    what: 'save() of a canvas',
    file: 'libs/webkit/graph-view/x.ts',
    text: `export const f = (canvas: { save(): void }) => canvas.save();\n`,
  },
  {
    what: 'an index that TypeORM leaves alone',
    file: 'libs/actors/api/actor.entity.ts',
    text: `export const options = { synchronize: false };\n`,
  },
  { what: 'six parts in a constructor', file: 'libs/actors/api/x.ts', text: constructorOf(6) },
  { what: 'a file of 400 lines', file: 'libs/actors/domain/x.ts', text: lines(400) },
  {
    what: 'texts from the catalogue',
    file: 'libs/actors/web/Card.tsx',
    text: shows('<p title={t("title")}>{t("name")} · 3 × 4 {open ? "–" : "…"}</p>'),
  },
  { what: 'names of classes', file: 'libs/actors/web/Card.tsx', text: shows('<p className="kern-text" id="name">{t("name")}</p>') },
  { what: 'words in the gallery', file: 'apps/web/gallery/GalleryPage.tsx', text: shows('<p>Knopf</p>') },
  { what: 'words in a test of a component', file: 'libs/actors/web/Card.spec.tsx', text: shows('<p>Probe</p>') },
  {
    what: 'the types of a request',
    file: 'libs/actors/api/x.ts',
    text: `import type { IncomingMessage } from 'node:http';\nexport type Used = IncomingMessage;\n`,
  },
  {
    what: 'a fetch of its own',
    file: 'libs/actors/api/x.ts',
    text: `export const read = (fetch: (id: string) => string) => fetch('a');\n`,
  },
  { what: 'fetching in a page', file: 'libs/actors/web/read.ts', text: `export const read = () => fetch('/config.json');\n` },
  { what: 'fetching in a test', file: 'libs/actors/api/x.int-spec.ts', text: `export const read = () => fetch('http://127.0.0.1');\n` },
];
