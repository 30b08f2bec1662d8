import { useState } from 'react';
import { Link } from 'react-router';
import { useOwnActors } from '@knotenpunkt/actors/web';
import { graphql } from '@knotenpunkt/webkit/contract';
import { skipToken, useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Dialog, EntryList, Entry, ErrorNotice, Loading } from '@knotenpunkt/webkit/ui';

const OPEN_QUESTIONS = graphql(`
  query OpenQuestions($themes: [String!]) {
    challenges(filter: { states: [PUBLISHED], themes: $themes }, first: 20) {
      edges {
        node {
          id
          slug
          question
        }
      }
    }
  }
`);

export interface ProposeAllianceProps {
  /** Who should sit at the table. */
  actorIds: readonly string[];
  /** What they have in common; questions about it are offered first. */
  themes: readonly string[];
}

/** "Allianz vorschlagen": choose the question, the table is laid for these actors. For whoever may promise for somebody, and the coordination. */
export function ProposeAlliance({ actorIds, themes }: ProposeAllianceProps) {
  const t = useMessages('network');
  const own = useOwnActors();
  const [open, setOpen] = useState(false);
  if (!own || !(own.coordinator || own.actors.some(({ decides }) => decides))) return null;
  return (
    <>
      <Button small onClick={() => setOpen(true)}>
        {t('closer.alliance.propose')}
      </Button>
      {open ? (
        <Dialog open title={t('closer.alliance.title')} onClose={() => setOpen(false)}>
          <Questions actorIds={actorIds} themes={themes} />
        </Dialog>
      ) : null}
    </>
  );
}

function Questions({ actorIds, themes }: ProposeAllianceProps) {
  const t = useMessages('network');
  const about = useQuery(OPEN_QUESTIONS, themes.length > 0 ? { variables: { themes: [...themes] } } : skipToken);
  const all = useQuery(OPEN_QUESTIONS, { variables: { themes: null } });
  const data = about.data ?? (themes.length > 0 && about.loading ? undefined : all.data);
  if (!all.data || !data) return all.error ? <ErrorNotice error={all.error} onRetry={() => void all.refetch()} /> : <Loading />;
  const fitting = themes.length > 0 ? (about.data?.challenges.edges ?? []) : [];
  const others = all.data.challenges.edges.filter(({ node }) => !fitting.some((found) => found.node.id === node.id));
  const list = (edges: typeof others) => (
    <EntryList>
      {edges.map(({ node }) => (
        <Entry key={node.id} title={<Link to={`/allianzen/bauen/${node.slug}?mit=${actorIds.join(',')}`}>{node.question}</Link>} />
      ))}
    </EntryList>
  );
  return (
    <>
      <p>{t('closer.alliance.intro', { count: actorIds.length })}</p>
      {fitting.length > 0 ? <h3>{t('closer.alliance.fitting')}</h3> : null}
      {fitting.length > 0 ? list(fitting) : null}
      {others.length > 0 ? <h3>{t(fitting.length > 0 ? 'closer.alliance.others' : 'closer.alliance.open')}</h3> : null}
      {others.length > 0 ? list(others) : null}
      {fitting.length + others.length === 0 ? <p>{t('closer.alliance.none')}</p> : null}
      <p>
        <Link to="/herausforderungen/neu">{t('closer.alliance.ask')}</Link>
      </p>
    </>
  );
}
