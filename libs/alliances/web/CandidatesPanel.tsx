import { useEffect, useRef, useState } from 'react';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
  CloseIcon,
  DragSource,
  EmptyState,
  ErrorNotice,
  IconButton,
  KindMark,
  Loading,
  SearchField,
  TextButton,
} from '@knotenpunkt/webkit/ui';
import { changesOf, coverageAt, worthOf, type TableActor, type WantedSeats } from './coverage';
import { TableChanges } from './TableChanges';
import { useCandidates } from './useCandidates';
import './alliances.css';

/** What is looked for: somebody in another's place, or somebody for a bench; no bench: anybody, by name. */
export type Sought = { instead: TableActor } | { bench: string | null };

export interface CandidatesPanelProps {
  sought: Sought;
  table: readonly TableActor[];
  question: { benches: readonly WantedSeats[]; competences: readonly string[] };
  /** Suggested for exchange, best first; they come before those found by hand. */
  suggested?: readonly TableActor[];
  onTake: (actor: TableActor) => void;
  /** Takes somebody onto an empty chair without sending anybody away. */
  onAdd: (actor: TableActor) => void;
  /** Takes the one in question away from the table; left out where nobody is exchanged. */
  onRemove?: () => void;
  /** Members of the same bench, with whom it can change seats. */
  onSwap?: readonly { other: TableActor; swap: () => void }[];
  /** Whom it shows, whenever that changes: they can be dragged to the table. */
  onShown: (actors: readonly TableActor[]) => void;
  onClose: () => void;
}

const SHOWN = 5;

/** Who else could sit there, and what changes: won and lost, best first. */
export function CandidatesPanel({
  sought,
  table,
  question,
  suggested = [],
  onTake,
  onAdd,
  onRemove,
  onSwap = [],
  onShown,
  onClose,
}: CandidatesPanelProps) {
  const t = useMessages('alliances');
  const instead = 'instead' in sought ? sought.instead : null;
  const bench = 'instead' in sought ? sought.instead.kind : sought.bench;
  const [search, setSearch] = useState('');
  const [all, showAll] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const key = instead?.id ?? bench ?? '';
  const others = instead ? table.filter(({ id }) => id !== instead.id) : table;
  const left = coverageAt(others, question.competences);
  // In another's place comes whoever brings what would be missing then; on an empty chair whoever is of that bench.
  const atStake = instead ? question.competences.filter((id) => left[id] !== 'full') : [];
  const { candidates, loading, error } = useCandidates({ bench, atStake, search }, question.competences);
  useEffect(() => {
    setSearch('');
    showAll(false);
    heading.current?.focus();
  }, [key]);
  const hasEmptyChair = (kind: string) =>
    question.benches.some((wanted) => wanted.kind === kind && table.filter((actor) => actor.kind === kind).length < wanted.minimum);
  const free = (actor: TableActor) => !table.some(({ id }) => id === actor.id);
  const first = search === '' ? suggested.filter(free) : [];
  const found = candidates
    .filter((actor) => free(actor) && !first.some(({ id }) => id === actor.id))
    .map((actor) => ({ actor, change: changesOf(table, [...others, actor], question) }))
    .sort((a, b) => worthOf(b.change) - worthOf(a.change));
  const weighed = [...first.map((actor) => ({ actor, change: changesOf(table, [...others, actor], question) })), ...found];
  const shown = all ? weighed : weighed.slice(0, SHOWN);
  useEffect(() => onShown(shown.map(({ actor }) => actor)));
  const title = instead
    ? t('page.build.instead', { name: instead.shortName })
    : bench
      ? t('page.build.seat', { bench: t(`themes:benches.${bench}`) })
      : t('page.build.another');

  return (
    <section
      className="alliances-panel"
      aria-labelledby="alliances-panel-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header className="alliances-panel__head">
        <h2 id="alliances-panel-title" ref={heading} tabIndex={-1} className="alliances-panel__title">
          {title}
        </h2>
        <IconButton label={t('webkit:actions.close')} onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </header>
      <p className="kn-muted">{t(instead ? 'page.build.insteadWho' : 'page.build.seatWho')}</p>
      <SearchField label={t('page.build.search')} value={search} onChange={setSearch} />
      {error ? <ErrorNotice error={error} /> : null}
      {loading && weighed.length === 0 ? <Loading /> : null}
      {!loading && weighed.length === 0 ? (
        <EmptyState>{t(bench === null && search.trim() === '' ? 'page.build.byName' : 'page.build.nobody')}</EmptyState>
      ) : null}
      <ul className="alliances-candidates" aria-label={title}>
        {shown.map(({ actor, change }) => (
          <DragSource key={actor.id} what={{ id: actor.id, name: actor.shortName, sort: actor.kind }} className="alliances-candidate">
            <KindMark kind={actor.kind} size={18} />
            <div className="alliances-candidate__body">
              <p className="kn-strong">{actor.name}</p>
              {actor.why ? <div className="alliances-candidate__why">{actor.why}</div> : null}
              <TableChanges gains={change.gains} losses={change.losses} also={actor.also} />
              {instead && hasEmptyChair(actor.kind) ? (
                <p>
                  <TextButton aria-label={t('page.build.takeOne', { name: actor.name })} onClick={() => onAdd(actor)}>
                    {t('page.build.orTake')}
                  </TextButton>
                </p>
              ) : null}
            </div>
            <Button
              small
              aria-label={t(instead ? 'page.build.exchangeFor' : 'page.build.takeOne', { name: actor.name })}
              onClick={() => onTake(actor)}
            >
              {t(instead ? 'page.build.exchange' : 'page.build.take')}
            </Button>
          </DragSource>
        ))}
      </ul>
      {weighed.length > shown.length ? (
        <p>
          <TextButton onClick={() => showAll(true)}>{t('page.build.more', { count: weighed.length - shown.length })}</TextButton>
        </p>
      ) : null}
      {instead && onRemove ? (
        <p>
          <TextButton onClick={onRemove}>{t('page.build.remove', { name: instead.shortName })}</TextButton>
        </p>
      ) : null}
      {onSwap.map(({ other, swap }) => (
        <p key={other.id}>
          <TextButton onClick={swap}>{t('page.build.swap', { name: other.shortName })}</TextButton>
        </p>
      ))}
    </section>
  );
}
