import { useMemo, useRef } from 'react';
import { Link } from 'react-router';
import { addressOf, MOST_CHOSEN, type NetworkView, type OverviewActor } from '@knotenpunkt/network/domain';
import { themeLabel } from '@knotenpunkt/themes/domain';
import { readFragment } from '@knotenpunkt/webkit/contract';
import { useFormat, useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  CloseIcon,
  Entry,
  EntryList,
  ErrorNotice,
  GradeLine,
  IconButton,
  KindMark,
  Loading,
  ProvenanceNote,
  TextButton,
} from '@knotenpunkt/webkit/ui';
import type { NetworkPageState } from '../page';
import { TIE_PARTS, TieSentence } from '../TieEntry';
import { useFocusAfterAct } from '../useFocusAfterAct';
import { ActorBox } from './ActorBox';
import { HiddenClassesNote } from './HiddenClassesNote';
import { ProposeAlliance } from './ProposeAlliance';
import { useCommonGround, type CommonGround as Ground } from './useCommonGround';
import '../panel.css';
import './closer.css';

/** Which actors are compared, what they have in common, and what could be made of it. */
export function CommonGround({ overview, control, allChosen, choose, parts }: NetworkPageState) {
  const t = useMessages('network');
  const { view, change } = control;
  const section = useRef<HTMLElement>(null);
  const acts = useFocusAfterAct(section, 'h2', view.chosen.length);
  const compare = (slugs: readonly string[], part: Partial<NetworkView>) => {
    acts();
    change({ ...part, chosen: slugs });
  };
  const ids = useMemo(() => allChosen.map(({ id }) => id), [allChosen]);
  const { ground, loading, error, retry } = useCommonGround(ids, view);
  const without = (slug: string) => view.chosen.filter((each) => each !== slug);
  return (
    <section ref={section} aria-labelledby="network-common" className="network-common">
      <h2 id="network-common" tabIndex={-1}>
        {t('closer.common.title')}
      </h2>
      {allChosen.length > 1 ? (
        <ul className="network-common__chosen">
          {allChosen.map((actor) => (
            <li key={actor.id}>
              <KindMark kind={actor.kind} size={16} />
              <span>{actor.label}</span>
              <IconButton
                label={t('closer.common.remove', { name: actor.label })}
                onClick={() => compare(without(actor.slug), { tie: null })}
              >
                <CloseIcon />
              </IconButton>
            </li>
          ))}
        </ul>
      ) : (
        <p className="kn-meta">{t('closer.common.hint')}</p>
      )}
      {view.chosen.length < MOST_CHOSEN ? (
        <ActorBox
          key={view.chosen.length}
          id="network-compare"
          label={t('closer.common.add')}
          overview={overview}
          without={ids}
          onChoose={(slug) => compare([...view.chosen, slug], { target: null })}
        />
      ) : null}
      {allChosen.length > 1 ? <HiddenClassesNote view={view} /> : null}
      {loading ? <Loading /> : null}
      {error ? <ErrorNotice error={error} onRetry={retry} /> : null}
      {ground ? (
        <>
          <Shared ground={ground} today={overview.asOf} />
          <Themes ground={ground} />
          <Neighbours ground={ground} onChoose={choose} />
          <Acts ground={ground} allChosen={allChosen} parts={parts} />
        </>
      ) : null}
    </section>
  );
}

/** Names of those meant; "alle" where it is everybody. */
function useNames(ground: Ground) {
  const t = useMessages('network');
  const format = useFormat();
  const labels = new Map(ground.actors.map(({ id, label }) => [id, label]));
  return (ids: readonly string[]) =>
    ids.length === ground.actors.length && ids.length > 2 ? t('closer.common.all') : format.list(ids.map((id) => labels.get(id) ?? ''));
}

function Shared({ ground, today }: { ground: Ground; today: string }) {
  const t = useMessages('network');
  const format = useFormat();
  const names = useNames(ground);
  return (
    <>
      <h3>{t('closer.common.shared', { count: ground.shared.length })}</h3>
      {ground.shared.length === 0 ? <p className="kn-muted">{t('closer.common.sharedNone')}</p> : null}
      <EntryList>
        {ground.shared.map((thing) => {
          const to = addressOf({ nodeType: thing.nodeType, slug: thing.slug ?? null, declared: false });
          const title = thing.title ?? t('closer.common.untitled');
          return (
            <Entry
              key={thing.nodeId}
              title={to ? <Link to={to}>{title}</Link> : title}
              meta={
                <span className="network-tie__meta">
                  <GradeLine grade={thing.grade} silent />
                  <span>
                    {t(`webkit:grades.${thing.grade}`)},{' '}
                    {format.period({ date: thing.since }, thing.until ? { date: thing.until } : null, today)}
                  </span>
                  {thing.sourceNote ? <ProvenanceNote /> : null}
                </span>
              }
            >
              {t('closer.common.takePart', { names: names(thing.actorIds) })}
            </Entry>
          );
        })}
      </EntryList>
    </>
  );
}

function Themes({ ground }: { ground: Ground }) {
  const t = useMessages('network');
  const language = useLanguage();
  const names = useNames(ground);
  if (ground.themes.length === 0) return <p className="kn-muted">{t('closer.common.themesNone')}</p>;
  return (
    <>
      <h3>{t('closer.common.themes')}</h3>
      <ul className="network-common__themes">
        {ground.themes.map(({ theme, actorIds }) => (
          <li key={theme}>
            {themeLabel(theme, language)}
            {ground.actors.length > 2 ? <span className="kn-meta"> – {names(actorIds)}</span> : null}
          </li>
        ))}
      </ul>
    </>
  );
}

function Neighbours({ ground, onChoose }: { ground: Ground; onChoose: (slug: string) => void }) {
  const t = useMessages('network');
  const { neighbours, neighbourCount, tiedToAllCount, actors } = ground;
  return (
    <>
      <h3>{t('closer.common.neighbours')}</h3>
      <p className="kn-meta">
        {t(
          neighbourCount === 0
            ? 'closer.common.neighboursNone'
            : tiedToAllCount === 0
              ? 'closer.common.tiedToNone'
              : 'closer.common.tiedToAll',
          {
            count: tiedToAllCount,
          },
        )}{' '}
        {neighbourCount > tiedToAllCount ? t('closer.common.tiedToSome', { count: neighbourCount - tiedToAllCount }) : ''}{' '}
        {neighbourCount > neighbours.length ? t('closer.common.first', { count: neighbours.length }) : ''}
      </p>
      <ul className="network-common__between">
        {neighbours.map(({ actor, tiedTo, ties }) => (
          <li key={actor.id}>
            <KindMark kind={actor.kind} size={16} />
            <div>
              <TextButton onClick={() => onChoose(actor.slug)}>{actor.name}</TextButton>
              {actors.length > 2 ? (
                <span className="kn-meta"> {t('closer.common.tiedTo', { count: tiedTo, all: actors.length })}</span>
              ) : null}
              <details className="network-tie__more">
                <summary>{t('closer.common.why')}</summary>
                <ul>
                  {readFragment(TIE_PARTS, ties).map((tie) => (
                    <li key={tie.b.id}>
                      {tie.b.label}: {tie.reasons[0] ? <TieSentence tie={tie} reason={tie.reasons[0]} /> : null}
                    </li>
                  ))}
                </ul>
              </details>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What could be made of it: an introduction where two do not work together yet, an alliance in any case. */
function Acts({ ground, allChosen, parts }: { ground: Ground; allChosen: readonly OverviewActor[]; parts: NetworkPageState['parts'] }) {
  const [one, other, ...more] = ground.actors;
  const tied = readFragment(TIE_PARTS, ground.ties).some(({ grade }) => grade === 'WORKS_TOGETHER');
  const through = ground.neighbours.find(({ ties }) => readFragment(TIE_PARTS, ties).every(({ grade }) => grade !== 'MET'));
  return (
    <div className="network-acts">
      {one && other && more.length === 0 && !tied && through
        ? parts.introduce({ a: { id: one.id, name: one.label }, b: { id: other.id, name: other.label }, through: through.actor.id })
        : null}
      <ProposeAlliance actorIds={allChosen.map(({ id }) => id)} themes={ground.themes.map(({ theme }) => theme)} />
    </div>
  );
}
