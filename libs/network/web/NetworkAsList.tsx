import { FIRST_VIEW } from '@knotenpunkt/network/domain';
import { SinceLastVisit } from '@knotenpunkt/notices/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Notice } from '@knotenpunkt/webkit/ui';
import { useCommunityGroups } from './CommunityList';
import { ActorSearch, Filters } from './Filters';
import { Findings } from './Findings';
import { ActorInWords, ActorsByCommunity, ListKeys, TiesByKind } from './NetworkList';
import { StateLine } from './NetworkPicture';
import { NetworkTools } from './NetworkTools';
import type { NetworkPageState } from './page';
import { PathOfPage } from './PathOfPage';
import { useSurroundings } from './useSurroundings';
import { NetworkNotes } from './views/NetworkNotes';
import { OpenedViewOfPage } from './views/ViewTools';

/** The twin of the picture: the same in sentences and tables, by keyboard, the list first. */
export function NetworkAsList({ narrow, ...page }: NetworkPageState & { narrow: boolean }) {
  const t = useMessages('network');
  const { overview, control, chosen, choose, shown } = page;
  const { view, change, linkTo } = control;
  const groups = useCommunityGroups(overview, shown);
  const toActor = (slug: string) => linkTo({ chosen: [slug], target: null });
  const filtered = view.kinds.length < FIRST_VIEW.kinds.length || String(view.grades) !== String(FIRST_VIEW.grades);
  return (
    <div className="network network--list">
      <aside className="network__side" aria-label={t('filters.label')}>
        {chosen ? <p className="network__place">{t('title')}</p> : null}
        <ActorSearch actors={overview.actors} onChoose={choose} />
        <NetworkTools {...page} form="list" />
        <OpenedViewOfPage {...page} />
        <details className="network__fold" open={narrow ? undefined : filtered}>
          <summary>{t('filters.label')}</summary>
          <div className="network__folded">
            <Filters overview={overview} view={view} onChange={change} />
          </div>
        </details>
        {narrow && chosen ? null : <ActorsByCommunity groups={groups} chosen={chosen?.slug ?? null} linkTo={toActor} />}
      </aside>
      {chosen ? <ChosenInWords {...page} toActor={toActor} /> : <WholeInWords {...page} />}
    </div>
  );
}

function WholeInWords({ overview, control: { view }, choose }: NetworkPageState) {
  const t = useMessages('network');
  return (
    <div className="network__words">
      <h1 className="kn-title">{t('title')}</h1>
      <p className="network-words__lead">{view.chosen.length > 0 ? t('panel.unknown') : t('list.intro')}</p>
      {overview.analysedOn === 'STATED' ? <Notice>{t('state.stated')}</Notice> : null}
      <StateLine overview={overview} />
      <SinceLastVisit />
      <Findings overview={overview} onChoose={choose} />
    </div>
  );
}

function ChosenInWords({ toActor, ...page }: NetworkPageState & { toActor: (slug: string) => string }) {
  const t = useMessages('network');
  const { overview, control, chosen } = page;
  const answer = useSurroundings(chosen?.id ?? null);
  const groups = useCommunityGroups(overview);
  if (!chosen) return null;
  const shown = { ...answer, ties: answer.ties.filter(({ grade }) => control.view.grades.includes(grade)) };
  const community = groups.find(({ id }) => id === (chosen.community ?? ''))?.name ?? t('communities.none');
  return (
    <>
      <div className="network__words">
        <ActorInWords overview={overview} answer={shown} community={community} linkTo={toActor} />
      </div>
      <aside className="network__panel" aria-label={t('path.title')}>
        {shown.ties.length > 0 ? (
          <section aria-labelledby="network-path-title">
            <h2 id="network-path-title">{t('path.title')}</h2>
            <p className="kn-muted">{t('path.from', { name: chosen.label })}</p>
            <PathOfPage {...page} />
          </section>
        ) : null}
        {shown.ties.length > 0 ? <TiesByKind ties={shown.ties} actorId={chosen.id} /> : null}
        <NetworkNotes overview={overview} actor={chosen} />
        <ListKeys />
      </aside>
    </>
  );
}
