import {
  applyDeltaInSteps,
  NetworkOverview,
  unpackDelta,
  unpackNetworkInSteps,
  unpackPast,
  unpackRegions,
  type NetworkPast,
  type NetworkRegions,
} from '@knotenpunkt/network/domain';
import type { Fault } from '@knotenpunkt/webkit/data';
import { inSlices } from './inSlices';

class NetworkFault extends Error implements Fault {
  readonly number = null;

  constructor(readonly kind: Fault['kind']) {
    super(kind);
  }
}

async function fetchBytes(address: string): Promise<ArrayBuffer> {
  const answer = await fetch(address, { credentials: 'same-origin' }).catch(() => null);
  if (!answer) throw new NetworkFault('OFFLINE');
  if (answer.status === 503) throw new NetworkFault('DATABASE_AWAY');
  if (!answer.ok) throw new NetworkFault(answer.status === 404 ? 'NOT_FOUND' : 'SERVER');
  const bytes = await answer.arrayBuffer().catch(() => null);
  if (!bytes) throw new NetworkFault('OFFLINE');
  return bytes;
}

/** Reading a large network takes a moment: it waits until the page has nothing more urgent to do. */
function whenIdle(): Promise<void> {
  return new Promise((go) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => go(), { timeout: 250 });
    else setTimeout(go, 0);
  });
}

/** What was read last of each address, so that going back and forth reads nothing twice. */
class LastRead<Value> {
  private readonly known = new Map<string, Promise<Value>>();

  constructor(
    private readonly most: number,
    private readonly read: (address: string) => Promise<Value>,
  ) {}

  at(address: string): Promise<Value> {
    const known = this.known.get(address);
    if (known) return known;
    const made = this.read(address);
    this.known.set(address, made);
    made.catch(() => this.known.delete(address));
    if (this.known.size > this.most) this.known.delete(this.known.keys().next().value!);
    return made;
  }
}

const wholes = new LastRead(2, async (address) => {
  const bytes = await fetchBytes(address);
  await whenIdle();
  return inSlices(unpackNetworkInSteps(bytes));
});
const differences = new LastRead(3, async (address) => unpackDelta(await fetchBytes(address)));
const firsts = new LastRead(3, async (address) => unpackRegions(await fetchBytes(address)));
const pasts = new LastRead(2, async (address) => {
  const bytes = await fetchBytes(address);
  await whenIdle();
  return unpackPast(bytes);
});
const overviews = new LastRead(2, readOverview);

/** What is seen first of a network. */
export function regionsAt(address: string): Promise<NetworkRegions> {
  return firsts.at(address);
}

/** Where the ties of a network come from, to draw any past day. */
export function pastAt(address: string): Promise<NetworkPast> {
  return pasts.at(address);
}

/** The whole network with what is different since; `deltaAddress` null: nothing is. */
export function overviewAt(address: string, deltaAddress: string | null): Promise<NetworkOverview> {
  return overviews.at([address, deltaAddress ?? ''].join(' '));
}

/** A difference that is gone was followed by a newer one, which the page is told of next. One that did not arrive is asked for again. */
function nothingWhereGone(reason: unknown): null {
  if (reason instanceof NetworkFault && reason.kind === 'NOT_FOUND') return null;
  throw reason;
}

async function readOverview(addresses: string): Promise<NetworkOverview> {
  const [address, deltaAddress] = addresses.split(' ') as [string, string];
  const [whole, difference] = await Promise.all([
    wholes.at(address),
    deltaAddress ? differences.at(deltaAddress).catch(nothingWhereGone) : null,
  ]);
  // An address that has passed leads to the newest network: then the difference builds on another.
  const fits = difference?.base === whole.seq && difference.asOf === whole.asOf;
  const overview = new NetworkOverview(fits ? await inSlices(applyDeltaInSteps(whole, difference)) : whole);
  await inSlices(overview.prepare());
  return overview;
}
