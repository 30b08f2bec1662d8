import { deltaBetween, packDelta, packNetwork, sampleNetwork, type NetworkColumns } from '@knotenpunkt/network/domain';
import { overviewAt } from './networkBytes';

describe('the network with what is different since', () => {
  const whole = sampleNetwork(20);
  const names = whole.actors.names.map((name) => `${name} neu`);
  const later: NetworkColumns = { ...whole, seq: 2, actors: { ...whole.actors, names } };
  const answers = new Map<string, () => Promise<Response>>();
  const { fetch } = globalThis;

  beforeAll(() => {
    globalThis.fetch = (address) => answers.get(address as string)!();
    answers.set('/whole', () => Promise.resolve(new Response(packNetwork(whole))));
  });
  afterAll(() => {
    globalThis.fetch = fetch;
  });
  const firstName = async (delta: string) => (await overviewAt('/whole', delta)).actors[0]!.name;

  it('is asked for again where the difference did not arrive', async () => {
    answers.set('/delta', () => Promise.reject(new Error('no line')));
    await expect(overviewAt('/whole', '/delta')).rejects.toMatchObject({ kind: 'OFFLINE' });
    answers.set('/delta', () => Promise.resolve(new Response(packDelta(deltaBetween(whole, later)!))));
    expect(await firstName('/delta')).toBe(names[0]);
  });

  it('is the whole alone where the difference is gone', async () => {
    answers.set('/gone', () => Promise.resolve(new Response(null, { status: 404 })));
    expect(await firstName('/gone')).toBe(whole.actors.names[0]);
  });
});
