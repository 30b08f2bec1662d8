import { useEffect } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { viewToAddress } from '@knotenpunkt/network/domain';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, EmptyState, ErrorNotice, LinkButton, Loading, Page, PageHeader, useKeys } from '@knotenpunkt/webkit/ui';
import { NetworkPage } from '../NetworkPage';
import type { NetworkParts } from '../page';
import { useRound, type OpenedRound } from './useRounds';
import { OPENED } from './opened';
import './views.css';

/** Which view of the round one stands at. */
const STOP = 'halt';

/**
 * Keys lead on where nothing else needs them: lists, tables and sliders of the network are gone through by the same. Whoever came here
 * by keyboard is at the page itself or at its heading.
 */
const isForRound = (focused: Element) =>
  focused.matches('body, main, h1') || focused.closest('.network-round__bar, .network__picture') !== null;

/** `/netzwerk/rundgaenge/:id`: through several views, one after the other, as wide as the screen. */
export function RoundPage(parts: NetworkParts) {
  const t = useMessages('network');
  const { id = '' } = useParams();
  const { round, error, refresh } = useRound(id);
  if (round && round.stops.length > 0) return <Walk opened={round} parts={parts} />;
  return (
    <Page narrow>
      <PageHeader title={round?.round.name ?? t('views.rounds.title')} />
      {round !== undefined ? (
        <EmptyState step={<LinkButton to="/netzwerk/rundgaenge">{t('views.rounds.title')}</LinkButton>}>
          {t(round ? 'views.rounds.empty' : 'views.rounds.gone')}
        </EmptyState>
      ) : error ? (
        <ErrorNotice error={error} onRetry={() => void refresh()} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}

function Walk({ opened: { round, stops }, parts }: { opened: OpenedRound; parts: NetworkParts }) {
  const t = useMessages('network');
  const [search, setSearch] = useSearchParams();
  const said = Number(search.get(STOP));
  const known = Number.isInteger(said) && said >= 1 && said <= stops.length;
  const at = known ? said - 1 : 0;
  const stop = stops[at]!;
  const go = (to: number, replace = false) => {
    const next = stops[to];
    if (!next) return;
    const others = new URLSearchParams({ [STOP]: String(to + 1), [OPENED]: next.opened.view.id });
    setSearch(viewToAddress(next.opened.value, others), { replace, preventScrollReset: true });
  };
  useEffect(() => {
    if (!known) go(0, true);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, where the address names no stop
  }, [known]);
  useKeys(
    {
      ArrowRight: () => go(at + 1),
      PageDown: () => go(at + 1),
      ArrowLeft: () => go(at - 1),
      PageUp: () => go(at - 1),
    },
    isForRound,
  );
  if (!known) return <Loading />;
  return (
    <div className="network-round">
      <section className="network-round__bar" aria-label={round.name}>
        <div className="network-round__said">
          <p className="kn-muted">
            {round.name} · {t('views.rounds.stop', { number: at + 1, count: stops.length })}
            <span className="network-round__keys"> · {t('views.rounds.keys')}</span>
          </p>
          <h1 aria-live="polite">{stop.opened.view.name}</h1>
          {stop.sentence ? <p className="network-round__sentence">{stop.sentence}</p> : null}
          {stop.opened.notes.length > 0 ? (
            <ol className="network-round__notes">
              {stop.opened.notes.map(({ actor, text }) => (
                <li key={actor.id}>
                  <strong>{actor.label}</strong>: {text}
                </li>
              ))}
            </ol>
          ) : null}
          <progress max={stops.length} value={at + 1} aria-label={t('views.rounds.stop', { number: at + 1, count: stops.length })} />
        </div>
        <div className="network-round__acts">
          <Button aria-disabled={at === 0 || undefined} onClick={() => go(at - 1)}>
            {t('views.rounds.previous')}
          </Button>
          <Button kind="primary" aria-disabled={at === stops.length - 1 || undefined} onClick={() => go(at + 1)}>
            {t('views.rounds.next')}
          </Button>
          <Link to="/netzwerk/rundgaenge">{t('views.rounds.end')}</Link>
        </div>
      </section>
      <NetworkPage {...parts} titleAs="h2" pageTitle={`${stop.opened.view.name} – ${round.name}`} />
    </div>
  );
}
