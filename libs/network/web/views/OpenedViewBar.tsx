import { useState } from 'react';
import type { OverviewActor } from '@knotenpunkt/network/domain';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, CloseIcon, IconButton, Notice, TextButton, useAnswerToast } from '@knotenpunkt/webkit/ui';
import type { NetworkPageState } from '../page';
import { PinNoteDialog } from './PinNoteDialog';
import { RenameViewDialog } from './RenameViewDialog';
import { ShareViewDialog } from './ShareViewDialog';
import { contentOf, notesOf, type OpenedView } from './useKeptViews';
import { useOwnerWords } from './useOwnerWords';
import { CHANGE } from './viewActs';

type BarProps = Pick<NetworkPageState, 'control' | 'kept' | 'chosen' | 'choose'>;

/** Above the network: which kept view one looks at, what is noted in it, and what one can do with it. */
export function OpenedViewBar(page: BarProps) {
  const t = useMessages('network');
  const { opened, error, becameOf } = page.kept;
  if (opened) return <Bar opened={opened} {...page} />;
  if (opened === undefined && !error) return null;
  return (
    <div className="network-views__bar">
      <Notice>{t('views.open.gone')}</Notice>
      <TextButton onClick={() => becameOf(null)}>{t('views.open.goneStep')}</TextButton>
    </div>
  );
}

type Open = 'share' | 'rename' | null;

function Bar({ opened, control, kept, chosen, choose }: BarProps & { opened: OpenedView }) {
  const t = useMessages('network');
  const ownerWords = useOwnerWords();
  const tell = useAnswerToast('network');
  const change = useMutationAnswer(CHANGE);
  const [open, setOpen] = useState<Open>(null);
  const [noteAt, setNoteAt] = useState<{ id: string; label: string } | null>(null);
  const { view } = opened;
  const { refresh } = kept;
  const update = async () => {
    const content = contentOf(control.view, { frame: kept.seen, places: kept.places }, notesOf(opened));
    const answer = await change.send({ input: { id: view.id, expectedVersion: view.version, content } });
    tell(answer, t('views.open.updated', { name: view.name }));
    if (answer.kind === 'done') kept.wasUpdated();
    await refresh();
  };
  return (
    <section className="network-views__bar" aria-label={t('views.open.label')}>
      <div className="network-views__head">
        <h2>{view.name}</h2>
        <IconButton label={t('views.open.close')} onClick={() => kept.becameOf(null)}>
          <CloseIcon />
        </IconButton>
      </div>
      <p className="network-views__acts">
        <span className="kn-muted">{ownerWords(view)}</span>
        <TextButton onClick={() => setOpen('share')}>{t('views.open.share')}</TextButton>
        {view.yours && !view.archived ? <TextButton onClick={() => setOpen('rename')}>{t('views.open.rename')}</TextButton> : null}
      </p>
      {view.sentence ? <p>{view.sentence}</p> : null}
      {kept.isChanged ? (
        <p className="network-views__changed">
          <span>{t('views.open.changed')}</span>
          <TextButton onClick={kept.goBack}>{t('views.open.back')}</TextButton>
          {view.yours && !view.archived ? (
            <Button small busy={change.busy} onClick={() => void update()}>
              {t('views.open.update')}
            </Button>
          ) : null}
        </p>
      ) : null}
      <Notes opened={opened} chosen={chosen} choose={choose} onNote={setNoteAt} />
      {open === 'share' ? <ShareViewDialog view={view} onDone={() => void refresh()} onClose={() => setOpen(null)} /> : null}
      {open === 'rename' ? <RenameViewDialog view={view} onDone={() => void refresh()} onClose={() => setOpen(null)} /> : null}
      {noteAt ? <PinNoteDialog opened={opened} actor={noteAt} onDone={() => void refresh()} onClose={() => setNoteAt(null)} /> : null}
    </section>
  );
}

interface NotesProps {
  opened: OpenedView;
  chosen: OverviewActor | null;
  choose: (slug: string | null) => void;
  onNote: (actor: { id: string; label: string }) => void;
}

function Notes({ opened: { view, notes }, chosen, choose, onNote }: NotesProps) {
  const t = useMessages('network');
  const writes = view.yours && !view.archived;
  const missing = writes && chosen && !notes.some(({ actor }) => actor.id === chosen.id) ? chosen : null;
  return (
    <>
      {notes.length > 0 ? (
        <details className="network-views__notes" open>
          <summary>{t('views.tools.noted', { count: notes.length })}</summary>
          <ol>
            {notes.map(({ actor, text }) => (
              <li key={actor.id} className={actor.id === chosen?.id ? 'network-views__note--here' : undefined}>
                <TextButton onClick={() => choose(actor.slug)}>{actor.label}</TextButton>: <span>{text}</span>{' '}
                {writes ? (
                  <TextButton aria-label={`${t('views.notes.change')}: ${actor.label}`} onClick={() => onNote(actor)}>
                    {t('views.notes.change')}
                  </TextButton>
                ) : null}
              </li>
            ))}
          </ol>
        </details>
      ) : null}
      {missing ? <TextButton onClick={() => onNote(missing)}>{t('views.open.addNote', { name: missing.label })}</TextButton> : null}
    </>
  );
}
