import { useCallback } from 'react';
import type { CommunityNaming } from '@knotenpunkt/network/domain';
import { themeLabel } from '@knotenpunkt/themes/domain';
import { useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';

/** Says how a community is called, in the reader's language. */
export function useCommunityName(): (naming: CommunityNaming) => string {
  const t = useMessages('network');
  const language = useLanguage();
  return useCallback(
    ({ themes, kind, number }) => {
      const [one, other] = themes.map((theme) => themeLabel(theme, language));
      // "Pflege und Gesundheit und Handwerk" would be read as three.
      if (one && other && !/ (und|and) /.test(`${one} ${other}`)) return t('communities.two', { one, other });
      if (one) return one;
      return kind ? t(`webkit:kinds.${kind}`) : t('communities.numbered', { number });
    },
    [t, language],
  );
}
