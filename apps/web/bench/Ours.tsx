import { useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { FocusFinder, MOST_DRAWN } from '@knotenpunkt/network/domain';
import { NetworkCanvas, type NetworkViewport } from '@knotenpunkt/webkit/graph-view';
import { inFocus, mostTied, type largeNetwork } from '../gallery/largeNetwork';
import { marked, type Contender } from './contender';

type Large = ReturnType<typeof largeNetwork>;

interface OursProps {
  network: Large;
  first: ReturnType<typeof firstOf>;
  /** 1,500 elements in focus wherever one looks, instead of fewer from afar. */
  full: boolean;
}

const NOBODY: number[] = [];

/** What the server makes for the first picture: regions, and the 400 actors with the most ties. */
export function firstOf({ whole, columns }: Large) {
  const { all: seen, columns: few } = mostTied(whole, columns, 400);
  return { whole: { ...whole, all: null }, columns: few, seen };
}

/** The picture as the page of the network shows it: what is seen first is sent first, the whole follows. */
function Ours({ network, first, full }: OursProps) {
  const [arrived, setArrived] = useState(false);
  useEffect(() => void marked('network:regions').then(() => setArrived(true)), []);
  const { whole, columns } = arrived ? network : first;
  const finder = useMemo(() => new FocusFinder(columns), [columns]);
  const [viewport, setViewport] = useState<NetworkViewport | null>(null);
  const focus = useMemo(() => {
    const near = { zoom: full ? MOST_DRAWN.actors : (viewport?.zoom ?? 1) };
    return inFocus(finder, whole.all ?? first.seen, { chosen: null, path: NOBODY, viewport }, near);
  }, [finder, whole, first, viewport, full]);
  return <NetworkCanvas {...focus} whole={whole} onView={setViewport} onSelect={() => undefined} />;
}

export function ours(stage: HTMLElement, network: Large, first: ReturnType<typeof firstOf>, full: boolean): Contender {
  createRoot(stage).render(<Ours network={network} first={first} full={full} />);
  const key = (name: string) =>
    stage.querySelector('.kn-network__host')!.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
  return {
    readable: marked('network:regions'),
    whole: Promise.all([marked('network:whole'), marked('network:focus')]),
    pan: (across) => key(across > 0 ? 'ArrowLeft' : 'ArrowRight'),
    zoom: (factor) => key(factor > 1 ? '+' : '-'),
  };
}
