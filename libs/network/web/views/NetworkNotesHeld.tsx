import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, Entry, EntryList, ErrorNotice, Loading, Section } from '@knotenpunkt/webkit/ui';
import { otherEndOf, useNetworkNotes } from './useNetworkNotes';

interface NetworkNotesHeldProps {
  actor: { id: string; name: string };
  /** What the page puts beside a note. */
  beside?: (noteId: string) => ReactNode;
}

/** What the coordination notes in the network on one's own organisation and its ties. */
export function NetworkNotesHeld({ actor, beside }: NetworkNotesHeldProps) {
  const t = useMessages('network');
  const format = useFormat();
  const { notes, error, refresh } = useNetworkNotes(actor.id);
  return (
    <Section title={t('views.note.heldTitle')} explanation={t('views.note.heldExplanation')}>
      {error ? <ErrorNotice error={error} onRetry={() => void refresh()} /> : null}
      {!notes && !error ? <Loading /> : null}
      {notes?.length === 0 ? <EmptyState>{t('views.note.heldNone')}</EmptyState> : null}
      <EntryList label={t('views.note.heldTitle')}>
        {(notes ?? []).map((note) => {
          const other = otherEndOf(note, actor.id);
          const about = other ? t('views.note.onTie', { name: other.name }) : t('views.note.onActor', { name: actor.name });
          return (
            <Entry
              key={note.id}
              title={other ? <Link to={`/akteure/${other.slug}`}>{about}</Link> : about}
              meta={t('views.note.writtenOn', { date: format.date(note.writtenOn) })}
              actions={beside?.(note.id)}
            >
              {note.text}
            </Entry>
          );
        })}
      </EntryList>
    </Section>
  );
}
