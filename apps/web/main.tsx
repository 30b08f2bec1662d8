import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { announceWhatWasMissed, createDataClient, loadConfiguration, regionAt } from '@knotenpunkt/webkit/data';
import { currentLanguage, loadMessages } from '@knotenpunkt/webkit/i18n';
import './main.css';
import './messages';
import { App } from './App';
import { RegionUnknown } from './pages/RegionUnknown';
import { routes } from './routes';

/** Asks for the regions, finds the one the address names, and draws its app. */
async function start(): Promise<void> {
  const root = createRoot(document.getElementById('app')!);
  const [configuration] = await Promise.all([
    loadConfiguration(),
    // Should they not arrive, what is missing is said in German.
    loadMessages(currentLanguage()).catch(() => undefined),
  ]);
  const region = regionAt(location.pathname, configuration);
  if (!region) {
    root.render(<RegionUnknown configuration={configuration} />);
    return;
  }
  const data = createDataClient(region.slug);
  announceWhatWasMissed(data);
  const router = createBrowserRouter(routes, { basename: region.basename || '/' });
  root.render(
    <StrictMode>
      <App data={data} router={router} region={region} configuration={configuration} />
    </StrictMode>,
  );
}

void start();
