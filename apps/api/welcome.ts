import type { Configuration } from '@knotenpunkt/platform/config';
import type { RunningServer } from './server';

interface Demo {
  data: { region: { name: string }; demoLoginList: { name: string; email: string; password: string; purpose: string }[] };
}

/** Prints where the product is and, for an invented region, with which logins one can try it. */
export async function welcome(server: RunningServer, configuration: Configuration): Promise<void> {
  const lines = ['', `Knotenpunkt: ${server.address}`];
  if (configuration.demo) {
    const answer = await fetch(`${server.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-language': 'de' },
      body: JSON.stringify({ query: '{ region { name } demoLoginList { name email password purpose } }' }),
    });
    const { data } = (await answer.json()) as Demo;
    if (data.demoLoginList.length > 0) {
      const width = Math.max(...data.demoLoginList.map((login) => login.email.length));
      lines.push('', `${data.region.name} – Zugänge zum Ausprobieren, Passwort ${data.demoLoginList[0]!.password}`);
      lines.push(...data.demoLoginList.map((login) => `  ${login.email.padEnd(width)}  ${login.purpose}`));
    }
  }
  process.stdout.write(`${[...lines, '', 'Beenden mit Strg+C.'].join('\n')}\n`);
}
