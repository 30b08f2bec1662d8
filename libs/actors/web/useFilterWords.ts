import type { DirectoryFilter } from '@knotenpunkt/actors/domain';
import { SECTOR_SECTIONS, themeLabel } from '@knotenpunkt/themes/domain';
import { useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';

/** What is filtered by, each in a word or two. */
export function useFilterWords(filter: DirectoryFilter): string[] {
  const t = useMessages('actors');
  const tKinds = useMessages('themes');
  const language = useLanguage();
  const words = [
    filter.search.trim(),
    filter.direction && t(filter.direction === 'NEED' ? 'directory.seeking' : 'directory.offering'),
    ...filter.kinds.map((kind) => tKinds(`legend.${kind}`)),
    ...filter.themes.map((id) => themeLabel(id, language)),
    ...filter.sectors.map((id) => SECTOR_SECTIONS.find((each) => each.id === id)?.[language]),
    ...filter.sizes.map((size) => t(`profile.sizes.${size}`)),
    ...filter.places,
  ];
  return words.filter((word): word is string => Boolean(word));
}
