import { SinceLastVisit } from '@knotenpunkt/notices/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, Notice } from '@knotenpunkt/webkit/ui';
import { ActorPanel } from './ActorPanel';
import { CommunityOverview, useCommunityGroups } from './CommunityList';
import { ActorSearch, Filters } from './Filters';
import { Findings } from './Findings';
import { NetworkPicture, StateLine } from './NetworkPicture';
import { NetworkTools } from './NetworkTools';
import type { NetworkPageState } from './page';
import { PathOfPage } from './PathOfPage';
import { NetworkNotes } from './views/NetworkNotes';
import { OpenedViewOfPage } from './views/ViewTools';

/** The network as a picture: legend and search at its left, what one looks at to its right, tools above and the day below. */
export function NetworkAsPicture(page: NetworkPageState) {
  const t = useMessages('network');
  const { overview, control, chosen, ways, choose, shown } = page;
  const { view, change } = control;
  const groups = useCommunityGroups(overview, shown);
  return (
    <div className="network network--picture">
      <aside className="network__side" aria-label={t('filters.label')}>
        <h1 className="kn-hidden">{t('title')}</h1>
        <ActorSearch actors={overview.actors} onChoose={choose} />
        <Filters overview={overview} view={view} onChange={change} />
        <Findings overview={overview} onChoose={choose} />
      </aside>
      <div className="network__middle">
        <NetworkTools {...page} form="picture" />
        {overview.analysedOn === 'STATED' ? (
          <div className="network__note">
            <Notice>{t('state.stated')}</Notice>
          </div>
        ) : null}
        <NetworkPicture
          overview={overview}
          view={view}
          chosenId={chosen?.id ?? null}
          path={ways.ways?.paths[0] ?? null}
          onSelect={(id) => choose(id === null ? null : (overview.byId(id)?.slug ?? null))}
        />
        <StateLine overview={overview} />
      </div>
      <aside className="network__panel" aria-label={t(chosen ? 'panel.label' : 'panel.overview')}>
        <OpenedViewOfPage {...page} />
        {chosen ? (
          <>
            <ActorPanel key={chosen.id} overview={overview} actorId={chosen.id} view={view} onChoose={choose}>
              <PathOfPage {...page} />
            </ActorPanel>
            <NetworkNotes overview={overview} actor={chosen} />
          </>
        ) : view.chosen.length > 0 ? (
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
