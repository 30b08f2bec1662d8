import { Link } from 'react-router';
import { Entry, EntryList, FactLine } from '@knotenpunkt/webkit/ui';

interface HeldEntry {
  facts: readonly { label: string; value: string }[];
  /** The organisation it is about; with its address where one goes there from here. */
  actor: { name: string; slug?: string } | null;
}

/** Rows of a table that are held on a person; those whose title says all there is are left out. */
export function HeldEntries({ label, entries }: { label: string; entries: readonly HeldEntry[] }) {
  const telling = entries.filter(({ facts, actor }) => facts.length > 0 || actor !== null);
  if (telling.length === 0) return null;
  return (
    <EntryList label={label}>
      {telling.map(({ facts, actor }, at) => {
        const [first, ...others] = facts;
        const name = actor?.slug === undefined ? actor?.name : <Link to={`/akteure/${actor.slug}`}>{actor.name}</Link>;
        return (
          <Entry
            key={at}
            title={name ?? `${first!.label}: ${first!.value}`}
            meta={<FactLine parts={(actor ? facts : others).map(({ label, value }) => `${label}: ${value}`)} />}
          />
        );
      })}
    </EntryList>
  );
}
