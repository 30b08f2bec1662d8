import type { ReactNode } from 'react';
import { ActorLink } from '@knotenpunkt/actors/web';
import { graphql, readFragment, type FragmentType } from '@knotenpunkt/webkit/contract';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, KindMark, Tag } from '@knotenpunkt/webkit/ui';
import { REASON_PARTS, ReasonLine } from './ReasonLine';
import './matching.css';

export const SUGGESTION_PARTS = graphql(`
  fragment SuggestionParts on MatchSuggestion {
    actorId
    certainty
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
  actions,
  most = 4,
}: {
  suggestion: FragmentType<typeof SUGGESTION_PARTS>;
  actions?: ReactNode;
  most?: number;
}) {
  const t = useMessages('matching');
  const { actor, certainty, ...rest } = readFragment(SUGGESTION_PARTS, suggestion);
  const reasons = readFragment(REASON_PARTS, rest.reasons).slice(0, most);
  const doubts = readFragment(REASON_PARTS, rest.doubts);
  return (
    <Entry
      mark={<KindMark kind={actor.kind} size={18} />}
      title={<ActorLink actor={actor} />}
      beside={<Tag>{t(`certainty.${certainty}`)}</Tag>}
      actions={actions}
    >
      <ul className="matching-reasons">
        {reasons.map((reason, at) => (
          <li key={at}>
            <ReasonLine reason={reason} />
          </li>
        ))}
        {doubts.map((doubt, at) => (
          <li key={`doubt-${at}`} className="matching-doubt">
            <span className="kn-hidden">{t('fits.doubts')}: </span>
            <ReasonLine reason={doubt} kind="doubts" />
          </li>
        ))}
      </ul>
    </Entry>
  );
}
