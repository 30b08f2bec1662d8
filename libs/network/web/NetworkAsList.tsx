import { useMemo } from 'react';
import { showsTie } from '@knotenpunkt/network/domain';
import { SinceLastVisit } from '@knotenpunkt/notices/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Notice } from '@knotenpunkt/webkit/ui';
import { Around } from './closer/Around';
import { CommonGround } from './closer/CommonGround';
import { HiddenMeetings } from './closer/HiddenMeetings';
import { TieEvidence } from './closer/TieEvidence';
import { useCommunityGroups } from './CommunityList';
import { ArrangementNote } from './decorate/Arrangement';
import { KindsByThemesTable } from './decorate/KindsByThemesTable';
import { useArrangedGroups } from './decorate/useArrangedGroups';
import { ActorSearch, FoldedFilters, isFiltered } from './Filters';
import { Findings } from './Findings';
import { ActorInWords, ActorsByCommunity, ListKeys, TiesByKind } from './NetworkList';
import { StateLine } from './NetworkPicture';
import { NetworkTools } from './NetworkTools';
import type { NetworkPageState } from './page';
import { PathOfPage } from './PathOfPage';
import { ChangesInWords } from './time/ChangesInWords';
import { tiesShown } from './tiesShown';
import { TimeInWords } from './time/TimeInWords';
import { VisitSwitch } from './time/VisitSwitch';
import { useSurroundings } from './useSurroundings';
import { NetworkNotes } from './views/NetworkNotes';
import { noteNumbers } from './views/useKeptViews';
import { OpenedViewOfPage } from './views/ViewTools';

/** The twin of the picture: the same in sentences and tables, by keyboard, the list first. */
export function NetworkAsList({ narrow, ...page }: NetworkPageState & { narrow: boolean }) {
  const t = useMessages('network');
  const { overview, control, chosen, choose, shown } = page;
  const { view, change, linkTo } = control;
  const { label, groups } = useArrangedGroups(overview, view, shown);
  const notes = useMemo(() => noteNumbers(page.kept.opened), [page.kept.opened]);
  const counts = useMemo(() => tiesShown(overview, shown), [overview, shown]);
  const toActor = (slug: string) => linkTo({ chosen: [slug], target: null, tie: null });
  return (
    <div className="network network--list">
      <aside className="network__side" aria-label={t('filters.label')}>
        {chosen ? <p className="network__place">{t('title')}</p> : null}
        <ActorSearch overview={overview} onChoose={choose} />
        <NetworkTools {...page} form="list" folded={narrow} />
        <OpenedViewOfPage {...page} />
        <TimeInWords time={page.time} marks={page.marks} changed={page.changed} folded={narrow} />
        <FoldedFilters overview={overview} view={view} shown={shown} onChange={change} open={narrow ? undefined : isFiltered(view)} />
        {narrow && (chosen || page.time.from !== null) ? null : (
          <ActorsByCommunity
            label={label}
            groups={groups}
            countOf={(id) => counts[overview.placeOf(id)] ?? 0}
            noteOf={(id) => notes.get(id) ?? null}
            chosen={chosen?.slug ?? null}
            linkTo={toActor}
          />
        )}
      </aside>
      {chosen ? <ChosenInWords {...page} toActor={toActor} /> : <WholeInWords {...page} toActor={toActor} />}
    </div>
  );
}

function WholeInWords({ toActor, ...page }: NetworkPageState & { toActor: (slug: string) => string }) {
  const t = useMessages('network');
  const { overview, control, choose, parts, time, marks, titleAs: Title } = page;
  const { view, change } = control;
  return (
    <div className="network__words">
      <Title className="kn-title">{t('title')}</Title>
      <p className="network-words__lead">{view.chosen.length > 0 ? t('panel.unknown') : t('list.intro')}</p>
      {overview.analysedOn === 'STATED' ? <Notice>{t('state.stated')}</Notice> : null}
      <StateLine overview={overview} />
      <HiddenMeetings overview={overview} view={view} onChange={change} />
      <ArrangementNote {...page} form="list" />
      {view.arrangement === 'matrix' ? <KindsByThemesTable {...page} /> : null}
      <ChangesInWords page={page} marks={marks} toActor={toActor} />
      <SinceLastVisit />
      <VisitSwitch time={time} />
      <Findings overview={overview} onChoose={choose} parts={parts} />
    </div>
  );
}

function ChosenInWords({ toActor, ...page }: NetworkPageState & { toActor: (slug: string) => string }) {
  const t = useMessages('network');
  const { overview, control, chosen, tiedTo, around, shown: inView, choose } = page;
  const { view, change, linkTo } = control;
  const answer = useSurroundings(chosen?.id ?? null, view.asOf);
  const groups = useCommunityGroups(overview);
  if (!chosen) return null;
  const shown = {
    ...answer,
    ties: answer.ties.filter(({ a, b, grade }) => showsTie(overview, inView, { a: a.id, b: b.id, grade }, view.grades)),
  };
  const community = groups.find(({ id }) => id === (chosen.community ?? ''))?.name ?? t('communities.none');
  return (
    <>
      <div className="network__words">
        {tiedTo ? (
          <TieEvidence overview={overview} asOf={view.asOf} one={chosen} other={tiedTo} onClose={() => change({ tie: null })} />
        ) : null}
        <ActorInWords
          overview={overview}
          titleAs={page.titleAs}
          answer={shown}
          leftOut={answer.ties.length - shown.ties.length}
          community={community}
          linkTo={toActor}
          toTie={(slug) => linkTo({ tie: slug })}
        />
        <HiddenMeetings overview={overview} view={view} onChange={change} />
        <ChangesInWords page={page} marks={page.marks} toActor={toActor} />
      </div>
      <aside className="network__panel" aria-label={t('path.title')}>
        {answer.ties.length > 0 ? (
          <section aria-labelledby="network-path-title">
            <h2 id="network-path-title">{t('path.title')}</h2>
            <p className="kn-muted">{t('path.from', { name: chosen.label })}</p>
            <PathOfPage {...page} />
          </section>
        ) : null}
        <Around
          actor={chosen}
          view={view}
          answer={around}
          shown={inView}
          several={view.chosen.length > 1 || view.target !== null}
          onChange={change}
          onChoose={choose}
          open
        />
        <CommonGround {...page} />
        {shown.ties.length > 0 ? <TiesByKind ties={shown.ties} actorId={chosen.id} /> : null}
        <NetworkNotes overview={overview} actor={chosen} />
        <ListKeys />
      </aside>
    </>
  );
}
