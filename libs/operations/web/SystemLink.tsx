import { useMessages } from '@knotenpunkt/webkit/i18n';
import { LinkButton } from '@knotenpunkt/webkit/ui';

/** Leads to `/systemzustand`, for pages of other rooms. */
export function SystemLink() {
  const t = useMessages('operations');
  return <LinkButton to="/systemzustand">{t('page.link')}</LinkButton>;
}
