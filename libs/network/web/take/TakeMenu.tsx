import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { isPlacedByHand, TakeWords, type NetworkOverview, type NetworkView, type Paper, type Shown } from '@knotenpunkt/network/domain';
import { useFormat, useLanguage, useMessages, Sentence } from '@knotenpunkt/webkit/i18n';
import { Button, Dialog, ErrorNotice, Loading, Notice, Segments, useShowsWaiting } from '@knotenpunkt/webkit/ui';
import { DATA_FORMATS, PICTURE_FORMATS, PICTURE_SIZES, type TakeFormat } from './formats';
import type { KeptOfPage } from '../views/useKeptOfPage';
import { isFocusLost } from '../useFocusAfterAct';
import { useTaken } from './useTaken';
import { useTaking, type Taking } from './useTaking';
import './take.css';

export interface TakeMenuProps {
  overview: NetworkOverview;
  view: NetworkView;
  /** What the page shows of it. */
  shown: Shown;
  kept: KeptOfPage;
}

/** "Mitnehmen": what the view shows, as a picture or as data. */
export function TakeMenu(page: TakeMenuProps) {
  const t = useMessages('network');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button small onClick={() => setOpen(true)} aria-haspopup="dialog">
        {t('take.label')}
      </Button>
      <Dialog open={open} title={t('take.title')} onClose={() => setOpen(false)}>
        <TakeContent {...page} onLeave={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function TakeContent({ overview, view, shown, kept, onLeave }: TakeMenuProps & { onLeave: () => void }) {
  const t = useMessages('network');
  const language = useLanguage();
  const { number } = useFormat();
  const [paper, setPaper] = useState<Paper>('A4');
  const taken = useTaken(overview, view, shown, kept);
  const { taking, take, leave } = useTaking(taken, view, kept.opened?.view.id ?? null);
  // "Abbrechen" goes with what it called off, and the focus with it.
  const pressed = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (taking.making === null && isFocusLost()) pressed.current?.focus();
  }, [taking.making]);
  if (!taken) return <Loading label={t('take.gathering')} />;
  if (taken.nodes.length === 0) return <Notice>{t('take.nothing')}</Notice>;
  const words = new TakeWords(language);
  const choices = (formats: readonly TakeFormat[]) =>
    formats.map((format) => {
      const size = format === 'png2' || format === 'png4' ? PICTURE_SIZES[paper][format] : null;
      const values = size ? { width: number(size.width), height: number(size.height) } : {};
      return (
        <li key={format}>
          <button
            type="button"
            className="take__format"
            aria-disabled={taking.making !== null || undefined}
            data-busy={taking.making === format || undefined}
            onClick={({ currentTarget }) => {
              if (taking.making !== null) return;
              pressed.current = currentTarget;
              void take(format, paper);
            }}
          >
            <strong>{t(`take.formats.${format}.name`)}</strong> <span className="kn-meta">{t(`take.formats.${format}.hint`, values)}</span>
          </button>
        </li>
      );
    });
  return (
    <div className="take">
      <p>{t('take.lead', { actors: words.actors(taken.nodes.length), ties: words.ties(taken.tieCount), day: words.day(taken.asOf) })}</p>
      {taken.about.length > 0 ? (
        <ul className="take__about kn-meta">
          {taken.about.map((about) => (
            <li key={about}>{about}</li>
          ))}
        </ul>
      ) : null}
      <section aria-labelledby="take-pictures">
        <div className="take__head">
          <h3 id="take-pictures">{t('take.leadPicture')}</h3>
          <Segments
            label={t('take.paper')}
            value={paper}
            options={(['A4', 'A3'] as const).map((value) => ({ value, label: t(`take.papers.${value}`) }))}
            onChange={setPaper}
          />
        </div>
        <ul className="take__formats">{choices(PICTURE_FORMATS)}</ul>
      </section>
      <section aria-labelledby="take-data">
        <h3 id="take-data">{t('take.leadData')}</h3>
        <ul className="take__formats">{choices(DATA_FORMATS)}</ul>
      </section>
      {kept.isMoved && isPlacedByHand(view) ? <p className="kn-meta">{t('take.unkept')}</p> : null}
      <TakingState taking={taking} onLeave={leave} />
      <p className="kn-meta">
        <Sentence room="network" say="take.openData" parts={{ open: <Link to="/daten/offen" onClick={onLeave} /> }} />
      </p>
    </div>
  );
}

/** How far a file is, and a way out; small ones are there before one could read that. */
function UnderWay({ share, onLeave }: { share: number | null; onLeave: () => void }) {
  const t = useMessages('network');
  const late = useShowsWaiting(true);
  return (
    <div className="take__making">
      <Loading label={t('take.making')} progress={share === null ? undefined : { done: Math.round(share * 100), total: 100 }} />
      {late ? (
        <Button small onClick={onLeave}>
          {t('take.leave')}
        </Button>
      ) : null}
    </div>
  );
}

function TakingState({ taking: { making, share, made, fault }, onLeave }: { taking: Taking; onLeave: () => void }) {
  const t = useMessages('network');
  return (
    <>
      {making ? <UnderWay share={share} onLeave={onLeave} /> : null}
      <div role="status" className="take__state">
        {made ? <Notice tone="kept">{t('take.made', { file: made })}</Notice> : null}
      </div>
      {fault === 'NOT_MADE' ? (
        <div role="alert">
          <Notice tone="error">{t('take.failed')}</Notice>
        </div>
      ) : fault ? (
        <ErrorNotice error={{ kind: fault, number: null }} />
      ) : null}
    </>
  );
}
