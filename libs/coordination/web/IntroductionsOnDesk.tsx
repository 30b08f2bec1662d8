import { Link } from 'react-router';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Section } from '@knotenpunkt/webkit/ui';
import { Pipeline } from './IntroductionsPage';
import { useOpenIntroductions } from './useIntroductions';
import './introductions.css';

/** Desk: introductions under way, by how far they are. Nothing where there is none. */
export function IntroductionsOnDesk() {
  const t = useMessages('coordination');
  const { nodes: introductions } = useOpenIntroductions();
  if (introductions.length === 0) return null;
  return (
    <Section
      title={t('introductions.list.desk')}
      explanation={t('introductions.list.deskExplanation')}
      beside={<Link to="/vorstellungen">{t('introductions.list.all')}</Link>}
    >
      <Pipeline introductions={introductions} level={3} />
    </Section>
  );
}
