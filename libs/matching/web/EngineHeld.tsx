import { Link } from 'react-router';
import { themeLabel } from '@knotenpunkt/themes/domain';
import { useFormat, useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { Column, Columns, ErrorNotice, FactLine, FactList, Loading, Section } from '@knotenpunkt/webkit/ui';
import { HeldCompetences } from './HeldCompetences';
import { HeldTexts } from './HeldTexts';
import { useHeld, useHeldCounts, type Held } from './useHeld';

interface HeldActor {
  id: string;
  slug: string;
  name: string;
}

/** All that the engine understands of one's own organisation, and the ways to correct it. */
export function EngineHeld({ actor }: { actor: HeldActor }) {
  const { held, comparesMeaning, error, refresh, corrections } = useHeld(actor.id);
  if (!held) return error ? <ErrorNotice error={error} onRetry={refresh} /> : held === null ? null : <Loading />;
  return (
    <>
      <Seen held={held} />
      <HeldCompetences held={held} slug={actor.slug} corrections={corrections} />
      <HeldTexts held={held} slug={actor.slug} comparesMeaning={comparesMeaning} corrections={corrections} />
      <Points held={held} />
    </>
  );
}

function Seen({ held: { id, kind, themes, proposable } }: { held: Held }) {
  const counts = useHeldCounts(id);
  const t = useMessages('matching');
  const tThemes = useMessages('themes');
  const language = useLanguage();
  const format = useFormat();
  return (
    <Section title={t('held.seen.title')} explanation={t('held.seen.explanation')}>
      <FactList
        facts={[
          { term: t('held.seen.kind'), value: tThemes(`legend.${kind}`) },
          {
            term: t('held.seen.themes'),
            value: themes.length > 0 ? format.list(themes.map((id) => themeLabel(id, language))) : t('held.seen.noThemes'),
          },
          {
            term: t('held.seen.proposing'),
            value: (
              <FactLine
                parts={[
                  t(proposable ? 'held.seen.proposable' : 'held.seen.notProposable'),
                  <Link key="change" to="/verwaltung">
                    {t('held.seen.changeProposing')}
                  </Link>,
                ]}
              />
            ),
          },
          {
            term: t('held.seen.toUs'),
            value: counts && <Link to="/passungen">{t('held.seen.toUs', { count: counts.suggestedToUs })}</Link>,
          },
          { term: t('held.seen.answersFor'), value: counts && t('held.seen.answersFor', { count: counts.answersFor }) },
        ]}
      />
      <p className="kn-meta">{t('held.seen.counted')}</p>
    </Section>
  );
}

function Points({ held: { points } }: { held: Held }) {
  const t = useMessages('matching');
  const list = (against: boolean) => {
    const told = points.filter((point) => point.against === against);
    return (
      <Section level={3} title={t(against ? 'held.points.against' : 'held.points.for')}>
        {told.length === 0 ? <p className="kn-muted">{t(against ? 'held.points.noneAgainst' : 'held.points.noneFor')}</p> : null}
        <ul>
          {told.map(({ code, count }) => (
            <li key={code}>{t(`held.points.${code}`, { count })}</li>
          ))}
        </ul>
      </Section>
    );
  };
  return (
    <Section title={t('held.points.title')} explanation={t('held.points.explanation')}>
      <Columns count={2}>
        <Column>{list(false)}</Column>
        <Column>{list(true)}</Column>
      </Columns>
    </Section>
  );
}
