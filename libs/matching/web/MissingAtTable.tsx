import { useCompetences } from '@knotenpunkt/actors/web';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';
import { useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { EntryList, Section } from '@knotenpunkt/webkit/ui';
import { SuggestionEntry } from './SuggestionEntry';
import './matching.css';

const MISSING = graphql(`
  query MissingAtTable($slug: String!) {
    missingAtTable(challengeSlug: $slug) {
      benches {
        kind
        minimum
        taken
        candidates {
          actorId
          ...SuggestionParts
        }
      }
      competences {
        competence
        partly
        candidates {
          actorId
          ...SuggestionParts
        }
      }
    }
  }
`);

/** On the page of a question: who is missing at its table, and who could come, with reasons. */
export function MissingAtTable({ challenge }: { challenge: { slug: string; question: string; state: string } }) {
  const t = useMessages('matching');
  const language = useLanguage();
  const catalogue = useCompetences();
  const { data, refetch } = useQuery(MISSING, { variables: { slug: challenge.slug } });
  useLiveChanges(['alliance', 'challenge'], () => void refetch());
  const missing = data?.missingAtTable;
  if (!missing || challenge.state !== 'PUBLISHED') return null;
  const groups = [
    ...missing.benches.map(({ kind, taken, minimum, candidates }) => ({
      id: kind as string,
      title: t('missing.bench', { name: t(`themes:benches.${kind}`), taken, minimum }),
      candidates,
    })),
    ...missing.competences.map(({ competence, partly, candidates }) => ({
      id: competence,
      title: t(partly ? 'missing.partly' : 'missing.competence', { name: catalogue?.label(competence, language) ?? competence }),
      candidates,
    })),
  ];
  return (
    <Section title={t('missing.title')}>
      {groups.length === 0 ? <p className="kn-muted">{t('missing.none')}</p> : null}
      {groups.map(({ id, title, candidates }) => (
        <Section key={id} level={3} title={title}>
          {candidates.length === 0 ? <p className="kn-muted">{t('missing.nobody')}</p> : null}
          <EntryList label={title}>
            {candidates.slice(0, 2).map((suggestion) => (
              <SuggestionEntry
                key={suggestion.actorId}
                from={{ name: challenge.question, sign: 'QUESTION' }}
                suggestion={suggestion}
                most={2}
              />
            ))}
          </EntryList>
        </Section>
      ))}
    </Section>
  );
}
