import { useCallback, useMemo, useRef, useState } from 'react';
import { SinceLastVisit } from '@knotenpunkt/notices/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, Loading, Notice } from '@knotenpunkt/webkit/ui';
import { ActorPanel } from './ActorPanel';
import { HiddenMeetings } from './closer/HiddenMeetings';
import { ArrangementNote } from './decorate/Arrangement';
import { CommunityOverview } from './CommunityList';
import { ActorSearch, Filters, FoldedFilters } from './Filters';
import { Findings } from './Findings';
import { NetworkPicture, StateLine } from './NetworkPicture';
import { NetworkTools } from './NetworkTools';
import type { NetworkPageState } from './page';
import { PathOfPage } from './PathOfPage';
import { NetworkNotes } from './views/NetworkNotes';
import { OpenedViewOfPage } from './views/ViewTools';
import { isFocusLost } from './useFocusAfterAct';
import { ChangesInWords } from './time/ChangesInWords';
import { TimeBar } from './time/TimeBar';
import { VisitSwitch } from './time/VisitSwitch';

/** The network as a picture: legend and search at its left, what one looks at to its right, tools above and the day below. */
export function NetworkAsPicture({ narrow, ...page }: NetworkPageState & { narrow: boolean }) {
  const t = useMessages('network');
  const { overview, isWhole, first, control, kept, chosen, tiedTo, ways, choose, shown, time, marks } = page;
  const { view, change, linkTo } = control;
  const Title = page.titleAs;
  const [pointed, setPointed] = useState<string | null>(null);
  // The tie that is told stands out as a way of one step.
  const tie = useMemo(() => (chosen && tiedTo ? [chosen.id, tiedTo.id] : null), [chosen, tiedTo]);
  const alsoChosen = useMemo(() => page.allChosen.slice(1).map(({ id }) => id), [page.allChosen]);
  const path = ways.ways?.paths[0] ?? tie;
  const chooseTie = (a: string, b: string) => {
    const [first, other] = b === chosen?.id ? [b, a] : [a, b];
    const [one, two] = [overview.byId(first), overview.byId(other)];
    if (one && two) change({ chosen: [one.slug], target: null, tie: two.slug });
  };
  const toActor = (slug: string) => linkTo({ chosen: [slug], target: null, tie: null });
  // Whoever goes on to another from the panel reads on at its name: what led there is gone.
  const walked = useRef(false);
  const walk = useCallback(
    (slug: string | null) => {
      walked.current = slug !== null;
      choose(slug);
    },
    [choose],
  );
  const heading = useCallback((element: HTMLHeadingElement | null) => {
    if (!element || !walked.current) return;
    walked.current = false;
    if (isFocusLost()) element.focus();
  }, []);
  const filters = { overview, view, shown, onChange: change, onPoint: setPointed };
  return (
    <div className="network network--picture">
      <aside className="network__side" aria-label={t('filters.label')}>
        <Title className="kn-hidden">{t('title')}</Title>
        {isWhole ? (
          <>
            <ActorSearch overview={overview} onChoose={choose} />
            {narrow ? <FoldedFilters {...filters} /> : <Filters {...filters} />}
            <Findings overview={overview} onChoose={choose} parts={page.parts} />
          </>
        ) : (
          <Loading />
        )}
      </aside>
      <div className="network__middle">
        <NetworkTools {...page} form="picture" folded={narrow} />
        <ArrangementNote {...page} form="picture" />
        {overview.analysedOn === 'STATED' ? (
          <div className="network__note">
            <Notice>{t('state.stated')}</Notice>
          </div>
        ) : null}
        <NetworkPicture
          overview={overview}
          first={first}
          view={view}
          shown={shown}
          chosenId={chosen?.id ?? null}
          alsoChosen={alsoChosen}
          pointed={pointed}
          path={path}
          marks={page.changeMarks}
          kept={kept}
          onSelect={(id) => choose(id === null ? null : (overview.byId(id)?.slug ?? null))}
          onSelectTie={chooseTie}
        />
        <HiddenMeetings overview={overview} view={view} onChange={change} />
        {isWhole ? <TimeBar time={time} marks={marks} changed={page.changed} /> : <StateLine overview={overview} first={first} />}
      </div>
      <aside className="network__panel" aria-label={t(chosen ? 'panel.label' : 'panel.overview')}>
        <OpenedViewOfPage {...page} />
        {!isWhole ? (
          <Loading />
        ) : chosen ? (
          <>
            <ActorPanel key={chosen.id} page={{ ...page, choose: walk }} actorId={chosen.id} heading={heading}>
              <PathOfPage {...page} choose={walk} />
            </ActorPanel>
            <NetworkNotes overview={overview} actor={chosen} />
            <ChangesInWords page={page} marks={marks} toActor={toActor} />
          </>
        ) : view.chosen.length > 0 ? (
          <EmptyState>{t('panel.unknown')}</EmptyState>
        ) : (
          <>
            <ChangesInWords page={page} marks={marks} toActor={toActor} />
            <SinceLastVisit />
            <VisitSwitch time={time} />
            <CommunityOverview overview={overview} shown={shown} onChoose={walk} />
          </>
        )}
      </aside>
    </div>
  );
}
