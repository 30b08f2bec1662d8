import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql';

/** Names of the fields asked of what a field gives, those in fragments among them; for reading it all with one statement. */
export function fieldsAsked(info: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): Set<string> {
  const names = new Set<string>();
  const walk = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === 'Field') names.add(selection.name.value);
      else walk(selection.kind === 'InlineFragment' ? selection.selectionSet : info.fragments[selection.name.value]?.selectionSet);
    }
  };
  for (const { selectionSet } of info.fieldNodes) walk(selectionSet);
  return names;
}
