import { Link } from 'react-router';
import { useViewer } from '@knotenpunkt/identity/web';
import { readFragment } from '@knotenpunkt/webkit/contract';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { EntryList, Section } from '@knotenpunkt/webkit/ui';
import { IntroductionEntry } from './IntroductionEntry';
import { INTRODUCTION_ENTRY, useOpenIntroductions } from './useIntroductions';

/** First page: introductions that wait for one of the reader's organisations. Nothing where nothing waits, and for visitors. */
export function IntroductionsWaiting() {
  const viewer = useViewer();
  return viewer && viewer.mandates.length > 0 ? <Waiting /> : null;
}

function Waiting() {
  const t = useMessages('coordination');
  const { nodes } = useOpenIntroductions();
  const waiting = nodes.filter((one) => readFragment(INTRODUCTION_ENTRY, one).awaits !== null);
  if (waiting.length === 0) return null;
  return (
    <Section title={t('introductions.title')} beside={<Link to="/vorstellungen">{t('introductions.list.all')}</Link>}>
      <EntryList label={t('introductions.title')}>
        {waiting.map((one) => (
          <IntroductionEntry key={one.id} introduction={one} asking />
        ))}
      </EntryList>
    </Section>
  );
}
