import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import {
  CHANGES,
  changeDayCode,
  changeSentence,
  type Change,
  type NetworkChanges,
  type OverviewActor,
  type TieChange,
} from '@knotenpunkt/network/domain';
import { Sentence, useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, ErrorNotice, Loading, TextButton } from '@knotenpunkt/webkit/ui';
import type { NetworkPageState } from '../page';
import { useEveOfVisit } from './CompareMenu';
import { DayFields } from './DayFields';
import type { ShownMark } from './useMarks';
import './time.css';

/** So many sentences of a kind are told before one asks for more. */
const TOLD = 12;
/** And so many more each time. */
const MORE = 50;

/** What changed between two days, in sentences by kind of change: the twin of the marks in the picture. */
export function ChangesInWords({
  page,
  marks,
  toActor,
}: {
  page: NetworkPageState;
  marks: readonly ShownMark[];
  toActor: (slug: string) => string;
}) {
  const t = useMessages('network');
  const format = useFormat();
  const { time, changed } = page;
  const { changes, from, day, range, past } = time;
  const visited = useEveOfVisit();
  if (from === null) return null;
  const untilToday = day === range.last;
  const event = untilToday ? marks.find(({ eve }) => eve === from) : undefined;
  const period =
    untilToday && visited?.eve === from
      ? t('time.changes.sinceVisit', { date: format.date(visited.visit) })
      : event
        ? t('time.changes.sinceEvent', { title: event.title })
        : untilToday
          ? t('time.changes.untilToday', { from: format.date(from) })
          : t('time.changes.between', { from: format.date(from), until: format.date(day) });
  return (
    <section className="network-changes" aria-labelledby="network-changes">
      <h2 id="network-changes">{t('time.changes.title')}</h2>
      <p className="kn-muted">{period}</p>
      <DayFields time={time} />
      {past.error ? <ErrorNotice error={past.error} onRetry={past.retry} /> : null}
      {changed && changes ? <Told told={changed} all={changes} page={page} toActor={toActor} /> : past.error ? null : <Loading />}
      <TextButton onClick={() => time.compare(null)}>{t('time.compareEnd')}</TextButton>
    </section>
  );
}

interface ToldProps {
  told: NetworkChanges;
  all: NetworkChanges;
  page: NetworkPageState;
  toActor: (slug: string) => string;
}

function Told({ told, all, page, toActor }: ToldProps) {
  const t = useMessages('network');
  if (told.ties.length === 0 && told.actors.size === 0) {
    return (
      <EmptyState>
        {all.ties.length === 0
          ? t('time.changes.none')
          : t('time.changes.noneShown', { count: t('time.changes.all', { count: all.ties.length }) })}
      </EmptyState>
    );
  }
  const count = (change: Change) => told.ties.filter((tie) => tie.change === change).length;
  return (
    <>
      <p>
        <strong>{t('time.changes.counts', { new: count('new'), grown: count('grown'), gone: count('gone') })}</strong>
      </p>
      <p className="kn-muted">{t('time.changes.explanation')}</p>
      {CHANGES.map((change) => (
        <OfKind key={change} change={change} ties={told.ties.filter((tie) => tie.change === change)} page={page} toActor={toActor} />
      ))}
      <Actors change="new" told={told} page={page} toActor={toActor} />
      <Actors change="gone" told={told} page={page} toActor={toActor} />
    </>
  );
}

/** A small sign before each kind of change: the one that stands in the picture. */
function ChangeSign({ change }: { change: Change }) {
  const path = { new: 'M6 1v10M1 6h10', grown: 'M2 9l4-6 4 6z', gone: 'M1 6h10' }[change];
  return (
    <svg className={`network-changes__sign network-changes__sign--${change}`} width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

function OfKind({
  change,
  ties,
  page,
  toActor,
}: {
  change: Change;
  ties: readonly TieChange[];
  page: NetworkPageState;
  toActor: (slug: string) => string;
}) {
  const t = useMessages('network');
  const [most, setMost] = useState(TOLD);
  if (ties.length === 0) return null;
  const rest = ties.length - most;
  return (
    <section aria-labelledby={`network-changes-${change}`}>
      <h3 id={`network-changes-${change}`}>
        <ChangeSign change={change} /> {t(`time.changes.${change}`, { count: ties.length })}
      </h3>
      <ul className="network-changes__list">
        {ties.slice(0, most).map((tie) => (
          <OneChange key={`${tie.a} ${tie.b}`} tie={tie} page={page} toActor={toActor} />
        ))}
      </ul>
      {rest > 0 ? (
        <TextButton onClick={() => setMost(most + MORE)}>{t('time.changes.more', { count: Math.min(rest, MORE) })}</TextButton>
      ) : null}
    </section>
  );
}

function OneChange({ tie, page, toActor }: { tie: TieChange; page: NetworkPageState; toActor: (slug: string) => string }) {
  const t = useMessages('network');
  const format = useFormat();
  const { overview } = page.time;
  const [one, other] = [overview.byId(tie.a), overview.byId(tie.b)];
  if (!one || !other) return null;
  const { code, count, before, after } = changeSentence(tie);
  const grade = (value: string | undefined) => (value ? t(`webkit:grades.${value}`) : '');
  return (
    <li>
      <Sentence
        room="network"
        say={`time.${code}`}
        values={{ a: one.label, b: other.label, count, before: grade(before), after: grade(after) }}
        parts={{ one: <ActorLink actor={one} toActor={toActor} />, other: <ActorLink actor={other} toActor={toActor} /> }}
      />{' '}
      <span className="kn-meta">{t(`time.${changeDayCode(tie)}`, { date: format.date(tie.day) })}</span>
    </li>
  );
}

function ActorLink({ actor, toActor, children }: { actor: OverviewActor; toActor: (slug: string) => string; children?: ReactNode }) {
  return (
    <Link to={toActor(actor.slug)} preventScrollReset>
      {children}
    </Link>
  );
}

function Actors({ change, told, page, toActor }: Pick<ToldProps, 'told' | 'page' | 'toActor'> & { change: 'new' | 'gone' }) {
  const t = useMessages('network');
  const [most, setMost] = useState(TOLD);
  const actors = [...told.actors].flatMap(([id, became]) => (became === change ? (page.time.overview.byId(id) ?? []) : []));
  if (actors.length === 0) return null;
  const rest = actors.length - most;
  const key = change === 'new' ? 'actorsNew' : 'actorsGone';
  return (
    <section aria-labelledby={`network-changes-${key}`}>
      <h3 id={`network-changes-${key}`}>
        <ChangeSign change={change} /> {t(`time.changes.${key}`, { count: actors.length })}
      </h3>
      <ul className="network-changes__list">
        {actors.slice(0, most).map((actor) => (
          <li key={actor.id}>
            <ActorLink actor={actor} toActor={toActor}>
              {actor.name}
            </ActorLink>
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <TextButton onClick={() => setMost(most + MORE)}>{t('time.changes.more', { count: Math.min(rest, MORE) })}</TextButton>
      ) : null}
    </section>
  );
}
