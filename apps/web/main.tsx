import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nProvider } from 'react-aria-components';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import {
  announceReconnects,
  ApolloProvider,
  createDataClient,
  loadConfiguration,
  regionAt,
  RegionProvider,
} from '@knotenpunkt/webkit/data';
import { useLanguage } from '@knotenpunkt/webkit/i18n';
import './main.css';
import './messages';
import { RegionUnknown } from './pages/RegionUnknown';
import { routes } from './routes';

async function start(): Promise<void> {
  const root = createRoot(document.getElementById('app')!);
  const configuration = await loadConfiguration();
  const region = regionAt(location.pathname, configuration);
  if (!region) {
    root.render(<RegionUnknown configuration={configuration} />);
    return;
  }
  const data = createDataClient(region.slug);
  announceReconnects(data);
  const router = createBrowserRouter(routes, { basename: region.basename || '/' });

  function App() {
    const language = useLanguage();
    return (
      <I18nProvider locale={language === 'de' ? 'de-DE' : 'en-GB'}>
        <RouterProvider router={router} />
      </I18nProvider>
    );
  }

  root.render(
    <StrictMode>
      <RegionProvider region={region} configuration={configuration}>
        <ApolloProvider client={data.apollo}>
          <App />
        </ApolloProvider>
      </RegionProvider>
    </StrictMode>,
  );
}

void start();
