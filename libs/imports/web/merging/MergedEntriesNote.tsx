import { useViewer } from '@knotenpunkt/identity/web';
import { graphql } from '@knotenpunkt/webkit/contract';
import { skipToken, useQuery } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';

const MERGED = graphql(`
  query MergedEntries($id: ID!) {
    actorById(id: $id) {
      id
      mergedEntries {
        name
        mergedAt
      }
    }
  }
`);

/** Which entries became part of this one, for those who are signed in; nothing where none did. */
export function MergedEntriesNote({ actorId }: { actorId: string }) {
  const t = useMessages('imports');
  const format = useFormat();
  const signedIn = useViewer() !== null;
  const { data } = useQuery(MERGED, signedIn ? { variables: { id: actorId } } : skipToken);
  const names = data?.actorById?.mergedEntries.map(({ name }) => name) ?? [];
  return names.length === 0 ? null : (
    <p className="kn-meta">{t('merging.mergedEntries', { count: names.length, names: format.list(names) })}</p>
  );
}
