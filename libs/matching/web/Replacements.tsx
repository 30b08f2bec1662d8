import type { ReactNode } from 'react';
import { ActorLink } from '@knotenpunkt/actors/web';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Entry, EntryList, ErrorNotice, KindMark, Loading, Section } from '@knotenpunkt/webkit/ui';
import { Reasons } from './ReasonLine';
import { useChangeWords } from './useChangeWords';
import './matching.css';

const VACANT = graphql(`
  query VacantAllianceSeats($slug: String!) {
    vacantAllianceSeats(allianceSlug: $slug) {
      actorId
      why
      actor {
        id
        name
      }
      replacements {
        actor {
          id
          name
          slug
          kind
        }
        reasons {
          ...ReasonParts
        }
        doubts {
          ...ReasonParts
        }
        gains {
          type
          id
        }
        losses {
          type
          id
        }
      }
    }
  }
`);

type Vacant = NonNullable<ResultOf<typeof VACANT>['vacantAllianceSeats']>[number];
type Replacement = Vacant['replacements'][number];

/** Reasons told of each. */
const TOLD = 2;

export interface ReplacementsProps {
  alliance: { slug: string; title: string };
  /** Asks somebody in the place of one who is to be replaced. */
  onInvite: (leavingId: string, by: { id: string; name: string }) => void;
  /** The search by name, beside what is found for a seat. */
  byName: (leavingId: string) => ReactNode;
}

/** For whoever leads an alliance: who could come in the place of those who declined or never answered, and what that changes. */
export function Replacements({ alliance, onInvite, byName }: ReplacementsProps) {
  const t = useMessages('matching');
  const { data, previousData, error, refetch } = useQuery(VACANT, { variables: { slug: alliance.slug } });
  useLiveChanges(['alliance'], () => void refetch());
  const seats = (data ?? previousData)?.vacantAllianceSeats;
  if (!seats) return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : data ? null : <Loading />;
  if (seats.length === 0) return null;
  return (
    <Section title={t('replacements.title')} explanation={t('replacements.explanation')}>
      {seats.map((seat) => (
        <Section
          key={seat.actorId}
          level={3}
          title={t(`replacements.${seat.why}`, { name: seat.actor?.name ?? t('replacements.somebody') })}
          beside={byName(seat.actorId)}
        >
          {seat.replacements.length === 0 ? <p className="kn-muted">{t('replacements.nobody')}</p> : null}
          <EntryList label={t('replacements.list', { name: seat.actor?.name ?? t('replacements.somebody') })}>
            {seat.replacements.map((one) => (
              <ReplacementEntry
                key={one.actor.id}
                alliance={alliance.title}
                replacement={one}
                onInvite={() => onInvite(seat.actorId, one.actor)}
              />
            ))}
          </EntryList>
        </Section>
      ))}
    </Section>
  );
}

function ReplacementEntry({
  alliance,
  replacement: { actor, reasons, doubts, gains, losses },
  onInvite,
}: {
  alliance: string;
  replacement: Replacement;
  onInvite: () => void;
}) {
  const t = useMessages('matching');
  const wordsOf = useChangeWords();
  const lines = [
    ...wordsOf('gain', gains).map((words) => ({ sign: 'gain' as const, words })),
    ...wordsOf('loss', losses).map((words) => ({ sign: 'loss' as const, words })),
  ];
  return (
    <Entry
      mark={<KindMark kind={actor.kind} size={18} />}
      title={<ActorLink actor={actor} />}
      actions={
        <Button small aria-label={t('replacements.inviteOne', { name: actor.name })} onClick={onInvite}>
          {t('replacements.invite')}
        </Button>
      }
    >
      <Reasons reasons={reasons} doubts={doubts} most={TOLD} between={{ from: { name: alliance, sign: 'QUESTION' }, to: actor }} />
      <ul className="matching-changes" aria-label={t('replacements.changes')}>
        {lines.map(({ sign, words }) => (
          <li key={words} className={`matching-${sign}`}>
            <span aria-hidden>{sign === 'gain' ? '+' : '−'}</span>
            <span>
              <span className="kn-hidden">{t(`replacements.${sign}`)} </span>
              {words}
            </span>
          </li>
        ))}
        {lines.length === 0 ? <li>{t('replacements.nothing')}</li> : null}
      </ul>
    </Entry>
  );
}
