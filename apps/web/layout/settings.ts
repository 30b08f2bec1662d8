import { useMemo } from 'react';
import { regionHome, useConfiguration, useRegion } from '@knotenpunkt/webkit/data';
import { LANGUAGES, switchLanguage, useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { showToast, THEME_CHOICES, useTheme, type MenuGroup } from '@knotenpunkt/webkit/ui';

/** Language, colours and region as groups of a menu. A region is changed by a new page: everything in it belongs to one. */
export function useSettings(): MenuGroup[] {
  const t = useMessages('webkit');
  const app = useMessages('app');
  const language = useLanguage();
  const { choice, choose } = useTheme();
  const region = useRegion();
  const configuration = useConfiguration();
  return useMemo(() => {
    const groups: MenuGroup[] = [
      {
        id: 'language',
        title: t('language.label'),
        chosen: `language-${language}`,
        entries: LANGUAGES.map((each) => ({
          id: `language-${each}`,
          label: t(`language.${each}`),
          onChoose: () => void switchLanguage(each).catch(() => showToast({ text: t('language.notHere') })),
        })),
      },
      {
        id: 'theme',
        title: t('theme.label'),
        chosen: `theme-${choice}`,
        entries: THEME_CHOICES.map((each) => ({ id: `theme-${each}`, label: t(`theme.${each}`), onChoose: () => choose(each) })),
      },
    ];
    if (configuration.regions.length > 1) {
      groups.push({
        id: 'region',
        title: app('header.region'),
        chosen: `region-${region.slug}`,
        entries: configuration.regions.map(({ slug, name }) => ({
          id: `region-${slug}`,
          label: name,
          onChoose: () => location.assign(regionHome(slug, configuration)),
        })),
      });
    }
    return groups;
  }, [t, app, language, choice, choose, region, configuration]);
}
