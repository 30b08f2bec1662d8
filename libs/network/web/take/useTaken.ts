import { useMemo } from 'react';
import { audienceOf } from '@knotenpunkt/identity/domain';
import { useViewer } from '@knotenpunkt/identity/web';
import {
  decoratedLooks,
  placedBy,
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
import { OPENED } from '../views/opened';
import type { KeptOfPage } from '../views/useKeptOfPage';
import { notesOf } from '../views/useKeptViews';

/** What the page shows, ready to be taken along; null until known who is signed in. */
export function useTaken(overview: NetworkOverview, view: NetworkView, shown: Shown, { opened, places }: KeptOfPage): Taken | null {
  const language = useLanguage();
  const region = useRegion();
  const { operator } = useConfiguration();
  const viewer = useViewer();
  const isMap = view.arrangement === 'map';
  const ground = useRegionGround(isMap);
  return useMemo(() => {
    if (!viewer || (isMap && !ground)) return null;
    const home = `${location.origin}/r/${region.slug}`;
    const search = String(viewToAddress(view, new URLSearchParams(opened ? { [OPENED]: opened.view.id } : {})));
    const audience = audienceOf(viewer);
    const context = {
      ...{ language, region, audience, home, licence: operator?.dataLicence ?? null },
      page: `${home}/netzwerk${search === '' ? '' : `?${search}`}`,
    };
    const placed = placedBy(overview, view, places);
    return takenFrom(placed, view, context, {
      ...{ shown, looks: () => decoratedLooks(placed, view, ground, new TakeWords(language), shown) },
      notes: opened ? notesOf(opened) : [],
    });
  }, [opened, places, overview, view, shown, viewer, language, region, operator, isMap, ground]);
}
