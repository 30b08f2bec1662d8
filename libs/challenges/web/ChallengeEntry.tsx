import { Link } from 'react-router';
import { HiddenTag } from '@knotenpunkt/identity/web';
import { themeLabel } from '@knotenpunkt/themes/domain';
import { useFormat, useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, FactLine, ProvenanceNote, Tag } from '@knotenpunkt/webkit/ui';
import { ActorLink } from '@knotenpunkt/actors/web';
import { useTableWords } from './useTableWords';
import './challenges.css';

interface ListedAlliance {
  slug: string;
  title: string;
  members: readonly { bench: string; state: string }[];
}

/** What a list shows of a question. */
export interface ListedChallenge {
  slug: string;
  question: string;
  themes: readonly string[];
  benches: readonly { kind: string; minimum: number }[];
  origin: string;
  state: string;
  isHidden: boolean;
  untilOn: string | null;
  askedBy: { name: string; slug: string; kind: string } | null;
  /** Those the viewer sees. */
  alliances: readonly ListedAlliance[];
}

/** A question in a list: what is asked, who asks, who is wanted at the table, in which state it is. */
export function ChallengeEntry({ challenge }: { challenge: ListedChallenge }) {
  const t = useMessages('challenges');
  const language = useLanguage();
  const format = useFormat();
  const atTable = useTableWords();
  const { slug, question, themes, benches, origin, state, untilOn, askedBy, alliances } = challenge;
  return (
    <Entry
      title={<Link to={`/herausforderungen/${slug}`}>{question}</Link>}
      beside={state === 'PUBLISHED' ? null : <Tag>{t(`states.${state}`)}</Tag>}
      actions={
        alliances.length > 0 ? (
          <FactLine
            parts={alliances.map((alliance) => (
              <Link key={alliance.slug} to={`/allianzen/${alliance.slug}`}>
                {t('page.alliance', { title: alliance.title })}
              </Link>
            ))}
          />
        ) : null
      }
      meta={
        <span className="challenges-meta">
          <HiddenTag isHidden={challenge.isHidden} />
          {askedBy ? (
            <span className="challenges-asker">
              {t('page.asks')} <ActorLink actor={askedBy} marked />
            </span>
          ) : null}
          {origin === 'EDITORIAL' ? <ProvenanceNote kind="EDITORIAL" /> : null}
          {state !== 'CLOSED' && untilOn ? <FactLine parts={[t('page.until', { date: format.date(untilOn) })]} /> : null}
          {themes.slice(0, 3).map((id) => (
            <Tag key={id}>{themeLabel(id, language)}</Tag>
          ))}
        </span>
      }
    >
      {atTable(benches, alliances)}
    </Entry>
  );
}
