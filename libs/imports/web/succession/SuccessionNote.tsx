import { Link } from 'react-router';
import { ActorLink } from '@knotenpunkt/actors/web';
import { useActsFor, useCoordinates } from '@knotenpunkt/identity/web';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Notice } from '@knotenpunkt/webkit/ui';
import { useOpenSuccession, useSuccessionsOfActor } from './useSuccessions';
import './succession.css';

/** What an organisation became part of, what became part of it, and to those concerned what is proposed; nothing for most. */
export function SuccessionNote({ actor }: { actor: { id: string; slug: string } }) {
  const t = useMessages('imports');
  const format = useFormat();
  const found = useSuccessionsOfActor(actor.slug);
  const [acts, coordinates] = [useActsFor(actor.id), useCoordinates() === true];
  const open = useOpenSuccession(actor.id, acts || coordinates);
  const { succeededBy = null, predecessors = [] } = found ?? {};
  const came = predecessors.flatMap(({ predecessor, sinceOn }) => (predecessor ? [{ predecessor, sinceOn }] : []));
  return (
    <>
      {succeededBy?.successor ? (
        <Notice>
          <p className="kn-strong succession-ends">
            {t('succession.partOfSince', { day: format.date(succeededBy.sinceOn) })} <ActorLink actor={succeededBy.successor} />
          </p>
          <p>{t('succession.closedText')}</p>
        </Notice>
      ) : null}
      {came.map(({ predecessor, sinceOn }) => (
        <p key={predecessor.id} className="kn-meta succession-ends">
          {t('succession.cameFrom')} <ActorLink actor={predecessor} />
          <span>({t('succession.since', { day: format.date(sinceOn) })})</span>
        </p>
      ))}
      {open ? (
        <Notice tone="due" title={t('succession.waitsTitle')} ways={<Link to={`/zusammenschluss/${open.id}`}>{t('succession.look')}</Link>}>
          {t('succession.sentence', { predecessor: open.predecessorName, successor: open.successorName, day: format.date(open.sinceOn) })}
        </Notice>
      ) : null}
    </>
  );
}
