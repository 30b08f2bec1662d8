import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { onlyTies, shownOf } from '@knotenpunkt/network/domain';
import { prepareDrawing } from '@knotenpunkt/webkit/graph-view';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, ErrorNotice, Loading, usePageTitle } from '@knotenpunkt/webkit/ui';
import { useAround } from './closer/useAround';
import { useWays } from './closer/useWays';
import { NetworkAsList } from './NetworkAsList';
import { NetworkAsPicture } from './NetworkAsPicture';
import type { NetworkParts, NetworkSetting } from './page';
import { SnapshotUnderWay } from './SnapshotUnderWay';
import { useFirstPicture, useNetworkOverview, type FirstPicture } from './useNetworkOverview';
import { useChangeMarks } from './time/useChangeMarks';
import { useMarks } from './time/useMarks';
import { useTime } from './time/useTime';
import { useNetworkView } from './useNetworkView';
import { useKeptOfPage } from './views/useKeptOfPage';
import './network.css';

const NARROW = '(max-width: 599px)';

function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(NARROW);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(NARROW).matches,
    () => false,
  );
}

/** The network of the region, as a picture and as a list that tells the same. */
export function NetworkPage({ titleAs: Title = 'h1', pageTitle, ...parts }: NetworkParts & NetworkSetting) {
  const t = useMessages('network');
  const answer = useNetworkOverview();
  const { progress, error, retry } = answer;
  const seen = useFirstPicture(answer);
  const overview = seen?.overview ?? null;
  const narrow = useIsNarrow();
  useEffect(() => {
    if (!narrow) prepareDrawing();
  }, [narrow]);
  usePageTitle(pageTitle ?? t('title'));
  if (seen && seen.overview.actorCount > 0 && !error)
    return <Network seen={seen} pastAddress={answer.pastAddress} parts={parts} titleAs={Title} />;
  return (
    <div className="kn-page">
      <Title className="kn-title">{t('title')}</Title>
      {error ? (
        <ErrorNotice error={error} onRetry={retry} />
      ) : overview ? (
        <EmptyState>{t('state.empty')}</EmptyState>
      ) : progress ? (
        <SnapshotUnderWay progress={progress} />
      ) : (
        <Loading />
      )}
    </div>
  );
}

interface NetworkProps {
  seen: FirstPicture;
  pastAddress: string | null;
  parts: NetworkParts;
  titleAs: 'h1' | 'h2';
}

function Network({ seen, pastAddress, parts, titleAs }: NetworkProps) {
  const control = useNetworkView(seen.overview.asOf);
  const kept = useKeptOfPage(control);
  const time = useTime(seen.overview, seen.isWhole ? pastAddress : null, control);
  const marks = useMarks();
  const { overview } = time;
  const narrow = useIsNarrow();
  const switched = useRef<'picture' | 'list' | null>(null);
  const { view, change } = control;
  const allChosen = useMemo(() => view.chosen.flatMap((slug) => overview.bySlug(slug) ?? []), [overview, view.chosen]);
  const chosen = allChosen[0] ?? null;
  const target = view.target === null ? null : overview.bySlug(view.target);
  const ways = useWays(chosen?.id ?? null, target?.id ?? null, view);
  const tiedTo = view.tie === null ? null : overview.bySlug(view.tie);
  const ids = useMemo(() => allChosen.map(({ id }) => id), [allChosen]);
  const { around, ties: tiesByRole } = useAround(ids, view);
  // While two days are compared what has ended is shown in any case: it is one of the changes.
  const comparing = time.from !== null;
  const whole = useMemo(() => shownOf(overview, comparing ? { ...view, running: false } : view), [overview, view, comparing]);
  // The columns know nothing of roles.
  const shown = useMemo(
    () => (tiesByRole === null ? whole : onlyTies(overview, whole, tiesByRole, target ? [...ids, target.id] : ids)),
    [overview, whole, tiesByRole, ids, target],
  );
  const choose = useCallback((slug: string | null) => change({ chosen: slug === null ? [] : [slug], target: null, tie: null }), [change]);
  const { changed, changeMarks } = useChangeMarks(time, shown);
  const page = {
    ...seen,
    overview,
    control,
    kept,
    time,
    marks,
    changed,
    changeMarks,
    chosen,
    allChosen,
    target,
    tiedTo,
    ways,
    around,
    shown,
    parts,
    choose,
    switched,
    titleAs,
  };
  const form = view.form ?? (narrow ? 'list' : 'picture');
  if (form === 'picture') return <NetworkAsPicture {...page} narrow={narrow} />;
  return seen.isWhole ? <NetworkAsList {...page} narrow={narrow} /> : <Loading />;
}
