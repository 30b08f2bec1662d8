import { useEffect, useRef, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { RouterProvider } from 'react-router/dom';
import {
  ApolloProvider,
  loadRegions,
  regionAt,
  RegionProvider,
  type ClientConfiguration,
  type DataClient,
  type Region,
} from '@knotenpunkt/webkit/data';
import { useLanguage } from '@knotenpunkt/webkit/i18n';
import type { createBrowserRouter } from 'react-router';

export interface AppProps {
  data: DataClient;
  router: ReturnType<typeof createBrowserRouter>;
  region: Region;
  configuration: ClientConfiguration;
}

/** The app of one region. When the language is switched, whatever the server says in words is asked for again. */
export function App({ data, router, region, configuration: first }: AppProps) {
  const language = useLanguage();
  const spoken = useRef(language);
  const [configuration, setConfiguration] = useState(first);

  useEffect(() => {
    if (spoken.current === language) return;
    spoken.current = language;
    void data.apollo.resetStore();
    void loadRegions().then(
      (regions) => setConfiguration((before) => (regions.length > 0 ? { ...before, regions } : before)),
      // Names stay in the old language; the data client tells of the fault.
      () => undefined,
    );
  }, [language, data]);

  return (
    <I18nProvider locale={language === 'de' ? 'de-DE' : 'en-GB'}>
      <RegionProvider region={regionAt(`${region.basename}/`, configuration) ?? region} configuration={configuration}>
        <ApolloProvider client={data.apollo}>
          <RouterProvider router={router} />
        </ApolloProvider>
      </RegionProvider>
    </I18nProvider>
  );
}
