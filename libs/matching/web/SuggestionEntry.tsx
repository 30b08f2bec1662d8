import type { ReactNode } from 'react';
import { ActorLink } from '@knotenpunkt/actors/web';
import { graphql, readFragment, type FragmentType } from '@knotenpunkt/webkit/contract';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, KindMark, Tag } from '@knotenpunkt/webkit/ui';
import type { PictureEnd } from './EvidencePicture';
import { Reasons } from './ReasonLine';
import './matching.css';

export const SUGGESTION_PARTS = graphql(`
  fragment SuggestionParts on MatchSuggestion {
    actorId
    certainty
    percent
    sentence
    actor {
      id
      name
      slug
      kind
      summary
    }
    reasons {
      ...ReasonParts
    }
    doubts {
      ...ReasonParts
    }
  }
`);

/** An actor that fits: why, how sure that is, and what should be asked first. */
export function SuggestionEntry({
  suggestion,
  from,
  actions,
  most = 4,
}: {
  suggestion: FragmentType<typeof SUGGESTION_PARTS>;
  /** Who or what somebody is suggested for. */
  from: PictureEnd;
  actions?: ReactNode;
  most?: number;
}) {
  const t = useMessages('matching');
  const { actor, certainty, percent, reasons, doubts } = readFragment(SUGGESTION_PARTS, suggestion);
  return (
    <Entry
      mark={<KindMark kind={actor.kind} size={18} />}
      title={<ActorLink actor={actor} />}
      beside={
        <Tag>{[t(`certainty.${certainty}`), percent === null ? '' : t('certainty.percent', { percent })].filter(Boolean).join(', ')}</Tag>
      }
      actions={actions}
    >
      <Reasons reasons={reasons} doubts={doubts} most={most} between={{ from, to: actor }} />
    </Entry>
  );
}
