import { useEffect, useState } from 'react';
import { audienceOf } from '@knotenpunkt/identity/domain';
import { useViewer } from '@knotenpunkt/identity/web';
import {
  decoratedLooks,
  placedBy,
  takenInSteps,
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
import { inSlices } from '../inSlices';
import { OPENED } from '../views/opened';
import type { KeptOfPage } from '../views/useKeptOfPage';
import { notesOf } from '../views/useKeptViews';

const untold = () => undefined;

/** What the page shows, ready to be taken along; null until it is put together. */
export function useTaken(overview: NetworkOverview, view: NetworkView, shown: Shown, { opened, places }: KeptOfPage): Taken | null {
  const language = useLanguage();
  const region = useRegion();
  const { operator } = useConfiguration();
  const viewer = useViewer();
  const isMap = view.arrangement === 'map';
  const ground = useRegionGround(isMap);
  const [taken, setTaken] = useState<Taken | null>(null);
  useEffect(() => {
    if (!viewer || (isMap && !ground)) return;
    const home = `${location.origin}/r/${region.slug}`;
    const search = String(viewToAddress(view, new URLSearchParams(opened ? { [OPENED]: opened.view.id } : {})));
    const audience = audienceOf(viewer);
    const context = {
      ...{ language, region, audience, home, licence: operator?.dataLicence ?? null },
      page: `${home}/netzwerk${search === '' ? '' : `?${search}`}`,
    };
    const placed = placedBy(overview, view, places);
    const work = takenInSteps(placed, view, context, {
      ...{ shown, looks: () => decoratedLooks(placed, view, ground, new TakeWords(language), shown) },
      notes: opened ? notesOf(opened) : [],
    });
    const left = new AbortController();
    void inSlices(work, { left: left.signal, tell: untold }).then((made) => !left.signal.aborted && setTaken(made));
    return () => left.abort();
  }, [opened, places, overview, view, shown, viewer, language, region, operator, isMap, ground]);
  return taken;
}
