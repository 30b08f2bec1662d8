import { DemoLogins } from '@knotenpunkt/identity/api';
import type { Configuration } from '@knotenpunkt/platform/config';
import { RegionService } from '@knotenpunkt/regions/api';
import type { RunningServer } from './server';

/** Prints where the product is and, for an invented region, with which logins one can try it. */
export async function welcome({ app, address }: RunningServer, configuration: Configuration): Promise<void> {
  const lines = ['', `Knotenpunkt: ${address}`];
  const regions = configuration.demo ? await app.get(RegionService).all() : [];
  const region = regions.find(({ slug }) => slug === configuration.defaultRegion) ?? regions[0];
  const logins = region ? app.get(DemoLogins).of(region, 'de') : [];
  if (region && logins.length > 0) {
    const width = Math.max(...logins.map((login) => login.email.length));
    lines.push('', `${region.nameDe} – Zugänge zum Ausprobieren, Passwort ${logins[0]!.password}`);
    lines.push(...logins.map((login) => `  ${login.email.padEnd(width)}  ${login.purpose}`));
  }
  process.stdout.write(`${[...lines, '', 'Beenden mit Strg+C.'].join('\n')}\n`);
}
