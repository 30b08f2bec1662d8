import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
  parse,
  visit,
  type DocumentNode,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

export interface NamedDocument {
  name: string;
  text: string;
}

/** Every query the built client can send. */
export function documentsOfClient(): NamedDocument[] {
  const file = resolve('libs/webkit/contract/generated/persisted-documents.json');
  const texts = Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
  return texts.flatMap((text) => {
    const operation = operationIn(parse(text));
    return operation.operation === 'query' ? [{ name: operation.name!.value, text }] : [];
  });
}

export function operationIn(document: DocumentNode): OperationDefinitionNode {
  return document.definitions.find((definition) => definition.kind === 'OperationDefinition')!;
}

/** Root fields of a document, by which one sees what a slug in its variables must name. */
export function rootFields(document: DocumentNode): string[] {
  return operationIn(document).selectionSet.selections.flatMap((selection) => (selection.kind === 'Field' ? [selection.name.value] : []));
}

/** So many objects within each other are selected. */
const DEEPEST = 2;

/** Query fields that give a list or a connection, each with all fields of its rows, and those of what hangs on them. */
export function documentsOfLists(schema: GraphQLSchema): NamedDocument[] {
  return Object.values(schema.getQueryType()!.getFields())
    .filter(({ type }) => isList(type) || getNamedType(type).name.endsWith('Connection'))
    .map((field) => {
      const first = field.args.some(({ name }) => name === 'first') ? 'first: 100' : '';
      const needed = field.args.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
      const declared = needed.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
      const given = [...needed.map(({ name }) => `${name}: $${name}`), first].filter(Boolean).join(', ');
      const head = `query Every_${field.name}${declared && `(${declared})`}`;
      return { name: `Every_${field.name}`, text: `${head} { ${field.name}${given && `(${given})`} ${selectionOf(field, [])} }` };
    });
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

function selectionOf({ type }: GraphQLField<unknown, unknown>, within: readonly string[]): string {
  const named = getNamedType(type);
  if (isScalarType(named) || isEnumType(named)) return '';
  if (isUnionType(named)) return '{ __typename }';
  if (!isObjectType(named)) return '';
  const wrapper = /(Connection|Edge)$/.test(named.name);
  const path = wrapper ? within : [...within, named.name];
  const chosen = Object.values(named.getFields()).filter((field) => {
    const inner = getNamedType(field.type);
    const isLeaf = isScalarType(inner) || isEnumType(inner);
    const asks = field.args.some(({ type: asked, defaultValue }) => isNonNullType(asked) && defaultValue === undefined);
    return !asks && (isLeaf || (!path.includes(inner.name) && path.length < DEEPEST));
  });
  return `{ __typename ${chosen.map((field) => `${field.name} ${selectionOf(field, path)}`).join(' ')} }`;
}

/** Names of the variables a document declares. */
export function variablesIn(document: DocumentNode): string[] {
  const names: string[] = [];
  visit(document, { VariableDefinition: ({ variable }) => void names.push(variable.name.value) });
  return names;
}
