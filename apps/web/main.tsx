import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { announceReconnects, createDataClient, loadConfiguration, regionAt } from '@knotenpunkt/webkit/data';
import './main.css';
import './messages';
import { App } from './App';
import { RegionUnknown } from './pages/RegionUnknown';
import { routes } from './routes';

/** Asks for the regions, finds the one the address names, and draws its app. */
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
  root.render(
    <StrictMode>
      <App data={data} router={router} region={region} configuration={configuration} />
    </StrictMode>,
  );
}

void start();
