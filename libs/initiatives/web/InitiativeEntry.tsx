import { Link } from 'react-router';
import { ActorLink } from '@knotenpunkt/actors/web';
import { HiddenTag } from '@knotenpunkt/identity/web';
import { themeLabel } from '@knotenpunkt/themes/domain';
import { graphql, readFragment, type FragmentType } from '@knotenpunkt/webkit/contract';
import { useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, FactLine, ProvenanceNote, Tag } from '@knotenpunkt/webkit/ui';
import './initiatives.css';

export const INITIATIVE_ENTRY = graphql(`
  fragment InitiativeEntryParts on Initiative {
    id
    slug
    title
    kind
    state
    isHidden
    summary
    themes
    startOn
    startPrecision
    endOn
    endPrecision
    wanted {
      text
    }
    lead {
      id
      slug
      name
      kind
    }
    leadCertainty
    sourceNote
    partners {
      actorId
      state
    }
  }
`);

/** A Vorhaben in a list: what it is, who leads it with how many, what it still looks for. */
export function InitiativeEntry({ initiative: fragment, of }: { initiative: FragmentType<typeof INITIATIVE_ENTRY>; of?: string }) {
  const t = useMessages('initiatives');
  const format = useFormat();
  const language = useLanguage();
  const initiative = readFragment(INITIATIVE_ENTRY, fragment);
  const { lead, startOn, startPrecision, endOn, endPrecision } = initiative;
  const partners = initiative.partners.filter(({ state }) => state === 'ACCEPTED' || state === 'STATED').length;
  const period = format.period(
    startOn ? { date: startOn, precision: startPrecision } : null,
    endOn ? { date: endOn, precision: endPrecision } : null,
    useToday(),
  );
  return (
    <Entry
      title={<Link to={`/vorhaben/${initiative.slug}`}>{initiative.title}</Link>}
      beside={<Tag>{t(`states.${initiative.state}`)}</Tag>}
      meta={
        <span className="initiatives-meta">
          <HiddenTag isHidden={initiative.isHidden} />
          {of === lead.id ? <span>{t('roles.LEAD')}</span> : <ActorLink actor={lead} marked />}
          {initiative.leadCertainty === 'INFERRED' ? <ProvenanceNote kind="INFERRED" /> : null}
          {initiative.sourceNote ? <ProvenanceNote /> : null}
          <FactLine parts={[partners > 0 ? t('page.with', { count: partners }) : null, t(`kinds.${initiative.kind}`), period]} />
          {initiative.themes.slice(0, 2).map((id) => (
            <Tag key={id}>{themeLabel(id, language)}</Tag>
          ))}
        </span>
      }
    >
      {initiative.summary}
      {initiative.wanted.length > 0 && initiative.state !== 'FINISHED' ? (
        <span className="initiatives-wanted">
          {t('page.wantedShort')} {initiative.wanted[0]!.text}
        </span>
      ) : null}
    </Entry>
  );
}
