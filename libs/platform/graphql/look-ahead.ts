import type { FieldNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';

type Asked = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/**
 * Names of the fields asked of what a field gives, those in fragments among them; for reading it all with one statement.
 * With a `path` the fields asked of what hangs there: `['edges', 'node']` for the rows of a connection.
 */
export function fieldsAsked(info: Asked, path: readonly string[] = []): Set<string> {
  let asked: readonly FieldNode[] = info.fieldNodes;
  for (const step of path) asked = selectedIn(asked, info.fragments).filter(({ name }) => name.value === step);
  return new Set(selectedIn(asked, info.fragments).map(({ name }) => name.value));
}

function selectedIn(fields: readonly FieldNode[], fragments: Asked['fragments']): FieldNode[] {
  const walk = (set: SelectionSetNode | undefined): FieldNode[] =>
    (set?.selections ?? []).flatMap((selection) =>
      selection.kind === 'Field'
        ? [selection]
        : walk(selection.kind === 'InlineFragment' ? selection.selectionSet : fragments[selection.name.value]?.selectionSet),
    );
  return fields.flatMap(({ selectionSet }) => walk(selectionSet));
}
