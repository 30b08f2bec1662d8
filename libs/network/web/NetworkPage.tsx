import { useCallback, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { GRADES } from '@knotenpunkt/kernel';
import type { NetworkOverview, OverviewActor } from '@knotenpunkt/network/domain';
import { ACTOR_KINDS } from '@knotenpunkt/themes/domain';
import { SinceLastVisit } from '@knotenpunkt/notices/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, ErrorNotice, Loading, Notice, Segments, usePageTitle } from '@knotenpunkt/webkit/ui';
import { ActorPanel } from './ActorPanel';
import { CommunityOverview, useCommunityGroups } from './CommunityList';
import { ActorSearch, Filters } from './Filters';
import { Findings } from './Findings';
import { ActorInWords, ActorsByCommunity, ListKeys, TiesByKind } from './NetworkList';
import { NetworkPicture, StateLine } from './NetworkPicture';
import { PathFinder, useWays, type IntroducePart } from './PathFinder';
import { useNetworkAddress, type NetworkAddressControl } from './useNetworkAddress';
import { useNetworkOverview } from './useNetworkOverview';
import { useSurroundings } from './useSurroundings';
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

/** What later rooms put on the page. */
export interface NetworkParts {
  introduce: IntroducePart;
}

/** The network of the region, as a picture and as a list that tells the same. */
export function NetworkPage(parts: NetworkParts) {
  const t = useMessages('network');
  const { overview, error, retry } = useNetworkOverview();
  const control = useNetworkAddress();
  usePageTitle(t('title'));
  if (error) {
    return (
      <div className="kn-page">
        <h1 className="kn-title">{t('title')}</h1>
        <ErrorNotice error={error} onRetry={retry} />
      </div>
    );
  }
  if (!overview) {
    return (
      <div className="kn-page">
        <h1 className="kn-title">{t('title')}</h1>
        <Loading />
      </div>
    );
  }
  if (overview.actors.length === 0) {
    return (
      <div className="kn-page">
        <h1 className="kn-title">{t('title')}</h1>
        <EmptyState>{t('state.empty')}</EmptyState>
      </div>
    );
  }
  return <Network overview={overview} control={control} {...parts} />;
}

function Network({ overview, control, introduce }: NetworkParts & { overview: NetworkOverview; control: NetworkAddressControl }) {
  const t = useMessages('network');
  const { address, change, linkTo } = control;
  const narrow = useIsNarrow();
  const view = address.view ?? (narrow ? 'list' : 'picture');
  const bySlug = useMemo(() => new Map(overview.actors.map((actor) => [actor.slug, actor])), [overview]);
  const chosen = bySlug.get(address.actor ?? '') ?? null;
  const target = bySlug.get(address.target ?? '') ?? null;
  const ways = useWays(chosen?.id ?? null, target?.id ?? null);
  const choose = useCallback((slug: string | null) => change({ actor: slug, target: null }), [change]);
  const { kinds, theme } = address;
  const keep = useCallback(
    (actor: OverviewActor) => (kinds as string[]).includes(actor.kind) && (theme === '' || actor.themes.includes(theme)),
    [kinds, theme],
  );
  const groups = useCommunityGroups(overview, keep);
  const pathFinder = chosen ? (
    <PathFinder
      overview={overview}
      from={chosen}
      to={target}
      answer={ways}
      onTarget={(slug) => change({ target: slug })}
      onChoose={choose}
      introduce={introduce}
    />
  ) : null;
  const switcher = (
    <Segments
      label={t('view.label')}
      value={view}
      options={[
        { value: 'picture', label: t('view.picture') },
        { value: 'list', label: t('view.list') },
      ]}
      onChange={(value) => change({ view: value })}
    />
  );
  const stated = overview.analysedOn === 'STATED' ? <Notice>{t('state.stated')}</Notice> : null;

  if (view === 'list') {
    return (
      <div className="network network--list">
        <aside className="network__side" aria-label={t('filters.label')}>
          {chosen ? <p className="network__place">{t('title')}</p> : null}
          <ActorSearch actors={overview.actors} onChoose={choose} />
          {switcher}
          <details
            className="network__fold"
            open={narrow ? undefined : address.kinds.length < ACTOR_KINDS.length || address.grades.length < GRADES.length}
          >
            <summary>{t('filters.label')}</summary>
            <div className="network__folded">
              <Filters overview={overview} address={address} onChange={change} />
            </div>
          </details>
          {narrow && chosen ? null : <ActorsByCommunity groups={groups} chosen={chosen?.slug ?? null} linkTo={linkTo} />}
        </aside>
        <ListBody overview={overview} control={control} chosen={chosen} pathFinder={pathFinder} intro={stated} />
      </div>
    );
  }
  return (
    <div className="network network--picture">
      <aside className="network__side" aria-label={t('filters.label')}>
        <h1 className="kn-hidden">{t('title')}</h1>
        <ActorSearch actors={overview.actors} onChoose={choose} />
        <Filters overview={overview} address={address} onChange={change} />
        <Findings overview={overview} onChoose={choose} />
      </aside>
      <div className="network__middle">
        <div className="network__tools">{switcher}</div>
        {stated ? <div className="network__note">{stated}</div> : null}
        <NetworkPicture
          overview={overview}
          address={address}
          chosenId={chosen?.id ?? null}
          path={ways.ways?.paths[0] ?? null}
          onSelect={(id) => choose(id === null ? null : (overview.actors.find((actor) => actor.id === id)?.slug ?? null))}
        />
        <StateLine overview={overview} />
      </div>
      <aside className="network__panel" aria-label={t(chosen ? 'panel.label' : 'panel.overview')}>
        {chosen ? (
          <ActorPanel key={chosen.id} overview={overview} actorId={chosen.id} address={address} onChoose={choose}>
            {pathFinder}
          </ActorPanel>
        ) : address.actor ? (
          <EmptyState>{t('panel.unknown')}</EmptyState>
        ) : (
          <>
            <SinceLastVisit />
            <CommunityOverview groups={groups} onChoose={choose} />
          </>
        )}
      </aside>
    </div>
  );
}

interface ListBodyProps {
  overview: NetworkOverview;
  control: NetworkAddressControl;
  chosen: OverviewActor | null;
  pathFinder: ReactNode;
  intro: ReactNode;
}

function ListBody({ overview, control, chosen, pathFinder, intro }: ListBodyProps) {
  const t = useMessages('network');
  const answer = useSurroundings(chosen?.id ?? null);
  const { address, change, linkTo } = control;
  const groups = useCommunityGroups(overview, everyone);
  if (!chosen) {
    return (
      <div className="network__words">
        <h1 className="kn-title">{t('title')}</h1>
        <p className="network-words__lead">{address.actor ? t('panel.unknown') : t('list.intro')}</p>
        {intro}
        <StateLine overview={overview} />
        <SinceLastVisit />
        <Findings overview={overview} onChoose={(slug) => change({ actor: slug, target: null })} />
      </div>
    );
  }
  const shown = { ...answer, ties: answer.ties.filter(({ grade }) => address.grades.includes(grade)) };
  const community = groups.find(({ members }) => members.includes(chosen))?.name ?? t('communities.none');
  return (
    <>
      <div className="network__words">
        <ActorInWords overview={overview} answer={shown} community={community} linkTo={linkTo} />
      </div>
      <aside className="network__panel" aria-label={t('path.title')}>
        {shown.ties.length > 0 ? (
          <section aria-labelledby="network-path-title">
            <h2 id="network-path-title">{t('path.title')}</h2>
            <p className="kn-muted">{t('path.from', { name: chosen.label })}</p>
            {pathFinder}
          </section>
        ) : null}
        {shown.ties.length > 0 ? <TiesByKind ties={shown.ties} actorId={chosen.id} /> : null}
        <ListKeys />
      </aside>
    </>
  );
}

function everyone(): boolean {
  return true;
}
