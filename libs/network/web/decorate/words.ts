import { useCallback, useMemo } from 'react';
import type { ClassLabel, GroundLabel } from '@knotenpunkt/network/domain';
import { themeLabel } from '@knotenpunkt/themes/domain';
import { useFormat, useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { useCommunityName } from '../communityName';

/** Says what a class of the colouring is called. */
export function useClassName(): (label: ClassLabel) => string {
  const t = useMessages('network');
  const format = useFormat();
  const language = useLanguage();
  const communityName = useCommunityName();
  return useCallback(
    (label) => {
      switch (label.is) {
        case 'kind':
          return t(`webkit:kinds.${label.kind}`);
        case 'community':
          return communityName(label.naming);
        case 'theme':
          return themeLabel(label.theme, language);
        case 'degree': {
          const { from, to } = label;
          if (from === to) return t('state.ties', { count: to });
          return t('decorate.classes.degree', { from: format.number(from), to: format.number(to) });
        }
        case 'broker': {
          const [from, to] = [format.number(100 * label.from, 1), format.number(100 * label.to, 1)];
          return from === to ? t('decorate.classes.brokerOne', { to }) : t('decorate.classes.broker', { from, to });
        }
        case 'age': {
          const [from, to] = [format.month(label.from), format.month(label.to)];
          return from === to ? t('decorate.classes.ageOne', { from }) : t('decorate.classes.age', { from, to });
        }
        case 'rest':
          return t(`decorate.classes.rest.${label.of}`);
      }
    },
    [t, format, language, communityName],
  );
}

/** Says what stands on the ground of an arrangement. */
export function useGroundWords(): (label: GroundLabel) => string {
  const t = useMessages('network');
  const format = useFormat();
  const language = useLanguage();
  return useMemo(
    () => (label) => {
      switch (label.is) {
        case 'kind':
          return t(`webkit:kinds.${label.kind}`);
        case 'theme':
          return label.theme === null ? t('decorate.classes.rest.theme') : themeLabel(label.theme, language);
        case 'count':
          return format.number(label.count);
        case 'day':
          return label.unit === 'year' ? label.day.slice(0, 4) : format.month(label.day);
        case 'degrees':
          return t(`decorate.ground.${label.axis}`, { degrees: format.number(label.value, digitsOf(label.value)) });
        case 'place':
          return label.name;
        case 'attribution':
          return t('decorate.ground.attribution', { name: label.name });
        case 'noPlace':
        case 'outside':
        case 'noTies':
          return t(`decorate.ground.${label.is}`, { count: label.count });
      }
    },
    [t, format, language],
  );
}

/** As many digits after the comma as it has, at most two. */
function digitsOf(value: number): number {
  return [0, 1].find((digits) => Math.abs(value * 10 ** digits - Math.round(value * 10 ** digits)) < 1e-6) ?? 2;
}
