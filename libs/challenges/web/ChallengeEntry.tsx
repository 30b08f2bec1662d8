import { Link } from 'react-router';
import { themeLabel } from '@knotenpunkt/themes/domain';
import { useFormat, useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, FactLine, ProvenanceNote, Tag } from '@knotenpunkt/webkit/ui';
import type { ReactNode } from 'react';
import { ActorLink } from '@knotenpunkt/actors/web';
import './challenges.css';

/** What a list shows of a question. */
export interface ListedChallenge {
  slug: string;
  question: string;
  themes: readonly string[];
  benches: readonly { kind: string; minimum: number }[];
  origin: string;
  state: string;
  untilOn: string | null;
  askedBy: { name: string; slug: string; kind: string } | null;
}

/** Who is wanted at the table, in words: "Wirtschaft (2), Beschäftigtenseite und Bildung". */
export function useWantedWords(): (benches: readonly { kind: string; minimum: number }[]) => string {
  const t = useMessages('challenges');
  const format = useFormat();
  return (benches) =>
    format.list(
      benches.map(({ kind, minimum }) =>
        minimum > 1 ? t('page.seats.several', { bench: t(`themes:benches.${kind}`), count: minimum }) : t(`themes:benches.${kind}`),
      ),
    );
}

/** A question in a list: what is asked, who asks, who is wanted at the table, in which state it is. */
export function ChallengeEntry({ challenge, children }: { challenge: ListedChallenge; children?: ReactNode }) {
  const t = useMessages('challenges');
  const language = useLanguage();
  const format = useFormat();
  const wanted = useWantedWords();
  const { slug, question, themes, benches, origin, state, untilOn, askedBy } = challenge;
  return (
    <Entry
      title={<Link to={`/herausforderungen/${slug}`}>{question}</Link>}
      beside={state === 'PUBLISHED' ? null : <Tag>{t(`states.${state}`)}</Tag>}
      meta={
        <span className="challenges-meta">
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
      {children ?? (benches.length > 0 ? t('page.wanted', { benches: wanted(benches) }) : null)}
    </Entry>
  );
}
