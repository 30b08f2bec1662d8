import { useEffect, useRef, useState } from 'react';
import { Link, useNavigate, useNavigationType } from 'react-router';
import { GRADES } from '@knotenpunkt/kernel';
import { strengthWord, type NetworkOverview } from '@knotenpunkt/network/domain';
import { ACTOR_KINDS } from '@knotenpunkt/themes/domain';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { EntryList, ErrorNotice, KeyCap, KindMark, Loading, TextButton, useKeys } from '@knotenpunkt/webkit/ui';
import { GROUPS_AT_ONCE, type CommunityGroup } from './CommunityList';
import { otherEnd, TieEntry, type TieData } from './TieEntry';
import type { SurroundingsAnswer } from './useSurroundings';
import './list.css';

/** So many members of a community are listed before one asks for all. */
const FIRST_MEMBERS = 6;

/** The actors in the groups in which the picture stands them together, as links: at the left when the network is read as a list. */
export function ActorsByCommunity({
  label,
  groups,
  countOf,
  noteOf,
  chosen,
  linkTo,
}: {
  /** What the groups are, for those who hear the list. */
  label: string;
  groups: CommunityGroup[];
  /** How many ties of an actor are shown. */
  countOf: (id: string) => number;
  /** The number of the note at an actor, in the kept view one looks at. */
  noteOf: (id: string) => number | null;
  chosen: string | null;
  linkTo: (slug: string) => string;
}) {
  const t = useMessages('network');
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [most, setMost] = useState(GROUPS_AT_ONCE);
  const listed = groups.filter(({ members }, at) => at < most || (chosen !== null && members.some(({ slug }) => slug === chosen)));
  return (
    <nav aria-labelledby="network-groups" className="network-groups">
      <h2 id="network-groups" className="kn-hidden">
        {label}
      </h2>
      {listed.map(({ id, name, members }) => {
        const all = open.has(id) || members.length <= FIRST_MEMBERS + 1;
        const shown = all ? members : members.filter((actor, at) => at < FIRST_MEMBERS || actor.slug === chosen);
        return (
          <section key={id}>
            <div className="network-groups__head">
              <h3>{name}</h3>
              <span>{members.length}</span>
            </div>
            <ul>
              {shown.map((actor) => (
                <li key={actor.id}>
                  <Link
                    to={linkTo(actor.slug)}
                    className="network-row"
                    aria-current={actor.slug === chosen ? 'true' : undefined}
                    preventScrollReset
                  >
                    <KindMark kind={actor.kind} size={16} />
                    <span className="network-row__text">{actor.label}</span>
                    {noteOf(actor.id) === null ? null : (
                      <span className="network-row__note">{t('views.notes.number', { number: noteOf(actor.id) })}</span>
                    )}
                    <span className="network-row__count" aria-hidden="true">
                      {countOf(actor.id)}
                    </span>
                    <span className="kn-hidden">, {t('state.ties', { count: countOf(actor.id) })}</span>
                  </Link>
                </li>
              ))}
            </ul>
            {all ? null : (
              <TextButton aria-label={`${name}: ${t('list.showAll')}`} onClick={() => setOpen(new Set([...open, id]))}>
                {t('communities.more', { count: members.length - shown.length })}
              </TextButton>
            )}
          </section>
        );
      })}
      {groups.length > most ? (
        <TextButton onClick={() => setMost(most + GROUPS_AT_ONCE)}>
          {t('communities.more', { count: groups.length - listed.length })}
        </TextButton>
      ) : null}
    </nav>
  );
}

export interface ActorInWordsProps {
  overview: NetworkOverview;
  titleAs: 'h1' | 'h2';
  answer: SurroundingsAnswer;
  /** So many of its ties the filters leave out. */
  leftOut: number;
  community: string;
  linkTo: (slug: string) => string;
  /** The address under which a tie of the actor stands by itself. */
  toTie: (slug: string) => string;
}

/** What the chosen actor does with whom, told grade by grade. ↑ ↓ go from tie to tie, Enter follows, Z goes back. */
export function ActorInWords({ overview, titleAs: Title, answer, leftOut, community, linkTo, toTie }: ActorInWordsProps) {
  const t = useMessages('network');
  const navigate = useNavigate();
  const list = useRef<HTMLDivElement>(null);
  const { actor, ties, loading, error, retry } = answer;
  const actorId = actor?.id ?? null;
  const step = (by: 1 | -1) => {
    const links = Array.from(list.current?.querySelectorAll<HTMLAnchorElement>('[data-tie]') ?? []);
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    (at < 0 ? links[by === 1 ? 0 : links.length - 1] : links[Math.min(links.length - 1, Math.max(0, at + by))])?.focus();
  };
  const back = () => void navigate(-1);
  useKeys(actorId ? { ArrowDown: () => step(1), ArrowUp: () => step(-1), z: back, Z: back } : {});

  // Whoever came here from another place of the network reads on at the top of the actor; a page that was opened begins at its own top.
  const heading = useRef<HTMLHeadingElement>(null);
  const wasOpened = useNavigationType() === 'POP';
  const lastTold = useRef<string | null>(null);
  useEffect(() => {
    if (!actorId) return;
    if (lastTold.current === null ? !wasOpened : lastTold.current !== actorId) heading.current?.focus({ preventScroll: false });
    lastTold.current = actorId;
    // eslint-disable-next-line react-hooks/exhaustive-deps -- how one came here matters when the actor stands there, not later
  }, [actorId]);

  if (loading) return <Loading />;
  if (error) return <ErrorNotice error={error} onRetry={retry} />;
  if (!actor) return <p>{t('panel.unknown')}</p>;
  const together = ties.filter(({ grade }) => grade === 'WORKS_TOGETHER').length;
  return (
    <div ref={list} className="network-words">
      <p className="kn-meta">{t('list.here', { community })}</p>
      <Title ref={heading} className="kn-title" tabIndex={-1}>
        <KindMark kind={actor.kind} size={28} />
        <span>{actor.name}</span>
      </Title>
      <p className="network-words__lead">
        {ties.length === 0
          ? leftOut === 0 && t('list.leadNone', { name: actor.label })
          : t('list.lead', { name: actor.label, ties: t('state.ties', { count: ties.length }), together })}{' '}
        {leftOut > 0 ? t('panel.filtered', { count: leftOut }) : null}
      </p>
      {actor.summary ? <p className="kn-muted">{actor.summary}</p> : null}
      {GRADES.map((grade) => {
        const told = ties.filter((tie) => tie.grade === grade);
        if (told.length === 0) return null;
        return (
          <section key={grade} aria-labelledby={`network-${grade}`}>
            <h2 id={`network-${grade}`} className="network-words__grade">
              {t(`list.${grade}`, { count: told.length })}
            </h2>
            <EntryList>
              {told.map((tie) => (
                <ToldTie key={`${tie.a.id} ${tie.b.id}`} tie={tie} actorId={actor.id} linkTo={linkTo} toTie={toTie} />
              ))}
            </EntryList>
          </section>
        );
      })}
      <p className="kn-hidden">{t('state.actors', { count: overview.actorCount })}</p>
    </div>
  );
}

type ToldTieProps = Pick<ActorInWordsProps, 'linkTo' | 'toTie'> & { tie: TieData; actorId: string };

function ToldTie({ tie, actorId, linkTo, toTie }: ToldTieProps) {
  const t = useMessages('network');
  const meta = {
    WORKS_TOGETHER: t(`strength.${strengthWord(tie.strength)}`),
    STATED: t('list.statedMeta'),
    MET: t('list.metMeta'),
  }[tie.grade];
  return (
    <TieEntry
      tie={tie}
      of={actorId}
      address={toTie(otherEnd(tie, actorId).slug)}
      title={({ name, slug }) => <Link to={`/akteure/${slug}`}>{name}</Link>}
      beside={
        <Link
          data-tie
          to={linkTo(otherEnd(tie, actorId).slug)}
          aria-label={t('panel.goTo', { name: otherEnd(tie, actorId).name })}
          preventScrollReset
        >
          {t('panel.go')}
        </Link>
      }
      meta={meta}
    />
  );
}

/** Beside the words: with whom, counted by kind, and which kinds are missing. */
export function TiesByKind({ ties, actorId }: { ties: readonly TieData[]; actorId: string }) {
  const t = useMessages('network');
  const format = useFormat();
  const counts = new Map<string, Record<(typeof GRADES)[number], number>>();
  for (const tie of ties) {
    const { kind } = otherEnd(tie, actorId);
    const row = counts.get(kind) ?? { WORKS_TOGETHER: 0, STATED: 0, MET: 0 };
    row[tie.grade]++;
    counts.set(kind, row);
  }
  const present = ACTOR_KINDS.filter((kind) => counts.has(kind)).sort(
    (p, q) => counts.get(q)!.WORKS_TOGETHER - counts.get(p)!.WORKS_TOGETHER,
  );
  const missing = ACTOR_KINDS.filter((kind) => !counts.has(kind) && kind !== 'OTHER');
  return (
    <section aria-labelledby="network-by-kind">
      <h2 id="network-by-kind">{t('list.byKind')}</h2>
      <table className="network-table network-table--few" aria-labelledby="network-by-kind">
        <thead>
          <tr>
            <th scope="col">{t('list.kind')}</th>
            <th scope="col">{t('list.together')}</th>
            <th scope="col">{t('list.stated')}</th>
            <th scope="col">{t('list.met')}</th>
          </tr>
        </thead>
        <tbody>
          {present.map((kind) => (
            <tr key={kind}>
              <th scope="row">
                <KindMark kind={kind} size={16} silent /> {t(`webkit:kinds.${kind}`)}
              </th>
              {GRADES.map((grade) => (
                <td key={grade}>{counts.get(kind)![grade]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {missing.length > 0 ? (
        <p className="kn-muted">{t('list.noneOf', { kinds: format.list(missing.map((kind) => t(`webkit:kinds.${kind}`))) })}</p>
      ) : null}
    </section>
  );
}

/** The keys of the list. */
export function ListKeys() {
  const t = useMessages('network');
  return (
    <section aria-labelledby="network-keys" className="network-keys">
      <h2 id="network-keys">{t('list.keys')}</h2>
      <p>
        <KeyCap>↑</KeyCap> <KeyCap>↓</KeyCap> {t('list.next')}
      </p>
      <p>
        <KeyCap>{t('list.enterKey')}</KeyCap> {t('list.enter')} <KeyCap>{t('list.backKey')}</KeyCap> {t('list.back')}
      </p>
    </section>
  );
}
