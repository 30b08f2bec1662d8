import type { ReactNode, Ref } from 'react';
import { showsTie } from '@knotenpunkt/network/domain';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  CloseIcon,
  EmptyState,
  EntryList,
  ErrorNotice,
  FactLine,
  IconButton,
  KindMark,
  LinkButton,
  Loading,
  TextButton,
} from '@knotenpunkt/webkit/ui';
import { Around } from './closer/Around';
import { CommonGround } from './closer/CommonGround';
import { TieEvidence } from './closer/TieEvidence';
import type { NetworkPageState } from './page';
import { otherEnd, TieEntry } from './TieEntry';
import { useSurroundings } from './useSurroundings';
import './panel.css';

export interface ActorPanelProps {
  page: NetworkPageState;
  actorId: string;
  /** The heading, once it is there. */
  heading: Ref<HTMLHeadingElement>;
  /** The way finder, between what the actor is and what it does. */
  children: ReactNode;
}

/** Beside the picture: who the chosen actor is, the way to another, what it does with whom. */
export function ActorPanel({ page, actorId, heading, children }: ActorPanelProps) {
  const t = useMessages('network');
  const { overview, control, shown: inView, chosen, tiedTo, around, choose: onChoose } = page;
  const { view, change, linkTo } = control;
  const several = view.chosen.length > 1 || view.target !== null;
  const { actor, ties, loading, error, retry } = useSurroundings(actorId, page.control.view.asOf);
  if (loading) return <Loading />;
  if (error) return <ErrorNotice error={error} onRetry={retry} />;
  if (!actor) return <EmptyState>{t('panel.unknown')}</EmptyState>;
  const shown = ties.filter(({ a, b, grade }) => showsTie(overview, inView, { a: a.id, b: b.id, grade }, view.grades));
  return (
    <>
      <header className="network-panel__head">
        <KindMark kind={actor.kind} size={24} />
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {actor.name}
          </h2>
          <p className="kn-muted">
            <FactLine parts={[t(`webkit:kinds.${actor.kind}`), actor.city]} />
          </p>
        </div>
        <IconButton label={t('panel.close')} onClick={() => onChoose(null)}>
          <CloseIcon />
        </IconButton>
      </header>
      {actor.summary ? <p>{actor.summary}</p> : null}
      <div className="network-panel__ways">
        <LinkButton kind="primary" small to={`/akteure/${actor.slug}#kontakt`}>
          {t('panel.contact')}
        </LinkButton>
        <LinkButton small to={`/akteure/${actor.slug}`}>
          {t('panel.profile')}
        </LinkButton>
      </div>
      {chosen && tiedTo ? (
        <TieEvidence overview={overview} asOf={view.asOf} one={chosen} other={tiedTo} onClose={() => change({ tie: null })} />
      ) : null}
      {ties.length > 0 ? children : null}
      {ties.length > 0 ? (
        <section aria-labelledby="network-ties">
          <header className="network-panel__ties">
            <h2 id="network-ties">{t('panel.ties', { name: actor.label })}</h2>
            <span className="kn-muted">{shown.length}</span>
          </header>
          <EntryList>
            {shown.map((tie) => (
              <TieEntry
                key={`${tie.a.id} ${tie.b.id}`}
                tie={tie}
                of={actorId}
                address={linkTo({ tie: otherEnd(tie, actorId).slug })}
                title={(other) => (
                  <TextButton aria-label={t('panel.goTo', { name: other.name })} onClick={() => onChoose(other.slug)}>
                    {other.name}
                  </TextButton>
                )}
              />
            ))}
          </EntryList>
          {shown.length < ties.length ? <p className="kn-meta">{t('panel.filtered', { count: ties.length - shown.length })}</p> : null}
        </section>
      ) : (
        <p className="kn-muted">{t('panel.noTies', { name: actor.label })}</p>
      )}
      {ties.length > 0 ? (
        <Around actor={actor} view={view} answer={around} shown={inView} several={several} onChange={change} onChoose={onChoose} />
      ) : null}
      <CommonGround {...page} />
    </>
  );
}
