import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { HiddenTag } from '@knotenpunkt/identity/web';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, FactLine, KindMark, Tag } from '@knotenpunkt/webkit/ui';
import { withActor } from './withActor';
import './alliances.css';

/** What a list shows of an alliance. */
export interface ListedAlliance {
  slug: string;
  title: string;
  purpose: string;
  state: string;
  isHidden: boolean;
  formedOn: string | null;
  concludedOn: string | null;
  challenge?: { slug: string; question: string } | null;
  members: readonly { state: string; actor: { id: string; name: string; kind: string } | null }[];
}

/** An alliance in a list: name, state, what it wants, who belongs to it, for which question. */
export function AllianceEntry({ alliance, beside, actions }: { alliance: ListedAlliance; beside?: ReactNode; actions?: ReactNode }) {
  const t = useMessages('alliances');
  const format = useFormat();
  const { slug, title, purpose, state, formedOn, concludedOn, challenge } = alliance;
  const members = withActor(alliance.members).filter((member) => member.state !== 'DECLINED');
  return (
    <Entry
      title={<Link to={`/allianzen/${slug}`}>{title}</Link>}
      beside={beside ?? <Tag>{t(`states.${state}`)}</Tag>}
      meta={
        <span className="alliances-meta">
          <HiddenTag isHidden={alliance.isHidden} />
          <span className="alliances-marks" role="img" aria-label={format.list(members.map(({ actor }) => actor.name))}>
            {members.map(({ actor }) => (
              <KindMark key={actor.id} kind={actor.kind} size={14} silent />
            ))}
          </span>
          <FactLine
            parts={[
              t('page.members', { count: members.length }),
              concludedOn
                ? t('page.concludedOn', { date: format.date(concludedOn) })
                : formedOn && t('page.formedOn', { date: format.date(formedOn) }),
              challenge ? <Link to={`/herausforderungen/${challenge.slug}`}>{challenge.question}</Link> : null,
            ]}
          />
        </span>
      }
      actions={actions}
    >
      {purpose}
    </Entry>
  );
}
