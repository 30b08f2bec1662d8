import { Link } from 'react-router';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Notice } from '@knotenpunkt/webkit/ui';
import type { Steckbrief } from './useSteckbrief';

/** For those who keep the Steckbrief: how complete it is and what would help most. Nothing when all is there. */
export function CompletenessNote({ actor }: { actor: Steckbrief }) {
  const t = useMessages('actors');
  const format = useFormat();
  const { completeness } = actor;
  if (!completeness || completeness.missing.length === 0) return null;
  const first = completeness.missing[0]!;
  // Offers and needs are entered on the Steckbrief itself, all else on the page to edit it.
  const onSteckbrief = first === 'NEED' || first === 'OFFER';
  return (
    <Notice title={t('completeness.title', { percent: format.percent(completeness.percent / 100) })}>
      {t('completeness.helps')}{' '}
      <Link to={`/akteure/${actor.slug}${onSteckbrief ? '' : '/bearbeiten'}`}>{t(`completeness.missing.${first}`)}</Link>
    </Notice>
  );
}
