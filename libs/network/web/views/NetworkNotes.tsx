import { useState } from 'react';
import { useActsFor, useCoordinates } from '@knotenpunkt/identity/web';
import type { NetworkOverview } from '@knotenpunkt/network/domain';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, EntryList, TextButton, useAnswerToast } from '@knotenpunkt/webkit/ui';
import { NetworkNoteDialog } from './NetworkNoteDialog';
import { ERASE_NOTE, otherEndOf, useNetworkNotes, type NetworkNote } from './useNetworkNotes';

interface NetworkNotesProps {
  overview: NetworkOverview;
  actor: { id: string; name: string };
}

/** In the panel of an actor: what the coordination notes on it. For the coordination, and for its own people; nothing for others. */
export function NetworkNotes({ overview, actor }: NetworkNotesProps) {
  const t = useMessages('network');
  const coordinates = useCoordinates() === true;
  const own = useActsFor(actor.id);
  const reads = coordinates || own;
  const { notes, refresh } = useNetworkNotes(reads ? actor.id : null);
  const [writing, setWriting] = useState<NetworkNote | 'new' | null>(null);
  if (!reads || !notes || (!coordinates && notes.length === 0)) return null;
  return (
    <section aria-labelledby="network-notes">
      <h2 id="network-notes">{t('views.note.title')}</h2>
      <p className="kn-meta">{t('views.note.explanation')}</p>
      <EntryList label={t('views.note.title')}>
        {notes.map((note) => (
          <NoteEntry
            key={note.id}
            note={note}
            actor={actor}
            onWrite={coordinates ? () => setWriting(note) : null}
            onGone={() => void refresh()}
          />
        ))}
      </EntryList>
      {coordinates ? <TextButton onClick={() => setWriting('new')}>{t('views.note.add')}</TextButton> : null}
      {writing ? (
        <NetworkNoteDialog
          overview={overview}
          actor={actor}
          note={writing === 'new' ? null : writing}
          onDone={() => void refresh()}
          onClose={() => setWriting(null)}
        />
      ) : null}
    </section>
  );
}

interface NoteEntryProps {
  note: NetworkNote;
  actor: { id: string; name: string };
  onWrite: (() => void) | null;
  onGone: () => void;
}

function NoteEntry({ note, actor, onWrite, onGone }: NoteEntryProps) {
  const t = useMessages('network');
  const format = useFormat();
  const tell = useAnswerToast('network');
  const { send, busy } = useMutationAnswer(ERASE_NOTE);
  const other = otherEndOf(note, actor.id);
  const erase = async () => {
    tell(await send({ input: { id: note.id, expectedVersion: note.version } }), t('views.note.erased'));
    onGone();
  };
  return (
    <Entry
      title={other ? t('views.note.onTie', { name: other.name }) : t('views.note.onActor', { name: actor.name })}
      meta={t('views.note.writtenOn', { date: format.date(note.writtenOn) })}
      actions={
        onWrite ? (
          <>
            <TextButton onClick={onWrite}>{t('views.note.change')}</TextButton>
            <TextButton disabled={busy} onClick={() => void erase()}>
              {t('views.note.erase')}
            </TextButton>
          </>
        ) : null
      }
    >
      {note.text}
    </Entry>
  );
}
