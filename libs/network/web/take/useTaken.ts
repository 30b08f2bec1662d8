import { useMemo } from 'react';
import { audienceOf } from '@knotenpunkt/identity/domain';
import { useViewer } from '@knotenpunkt/identity/web';
import {
  decoratedLooks,
  takenFrom,
  TakeWords,
  viewToAddress,
  type NetworkOverview,
  type NetworkView,
  type Shown,
  type Taken,
} from '@knotenpunkt/network/domain';
import { useConfiguration, useRegion } from '@knotenpunkt/webkit/data';
import { useLanguage } from '@knotenpunkt/webkit/i18n';
import { useRegionGround } from '../decorate/useRegionGround';

/** What the page shows, ready to be taken along; null until known who is signed in. */
export function useTaken(overview: NetworkOverview, view: NetworkView, shown: Shown): Taken | null {
  const language = useLanguage();
  const region = useRegion();
  const { operator } = useConfiguration();
  const viewer = useViewer();
  const isMap = view.arrangement === 'map';
  const ground = useRegionGround(isMap);
  return useMemo(() => {
    if (!viewer || (isMap && !ground)) return null;
    const home = `${location.origin}/r/${region.slug}`;
    const search = String(viewToAddress(view));
    const audience = audienceOf(viewer);
    const context = {
      ...{ language, region, audience, home, licence: operator?.dataLicence ?? null },
      page: `${home}/netzwerk${search === '' ? '' : `?${search}`}`,
    };
    return takenFrom(overview, view, context, {
      ...{ shown, looks: () => decoratedLooks(overview, view, ground, new TakeWords(language), shown) },
    });
  }, [overview, view, shown, viewer, language, region, operator, isMap, ground]);
}
