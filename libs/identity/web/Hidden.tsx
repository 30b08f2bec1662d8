import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Notice, Tag } from '@knotenpunkt/webkit/ui';

/** Above an entry that the coordination has taken out of sight, for those who still see it. */
export function HiddenNotice({ isHidden }: { isHidden: boolean }) {
  const t = useMessages('identity');
  return isHidden ? (
    <Notice tone="due" title={t('hidden.title')}>
      {t('hidden.text')}
    </Notice>
  ) : null;
}

/** The same in a list. */
export function HiddenTag({ isHidden }: { isHidden: boolean }) {
  const t = useMessages('identity');
  return isHidden ? <Tag>{t('hidden.tag')}</Tag> : null;
}
