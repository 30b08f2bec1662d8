import { lazy, Suspense } from 'react';
import type { NetworkCanvasProps } from './NetworkCanvas';
import type { SmallNetworkProps } from './SmallNetwork';
import './graph-view.css';

const loadCanvas = () => import('./NetworkCanvas');
const Canvas = lazy(async () => ({ default: (await loadCanvas()).NetworkCanvas }));
const Small = lazy(async () => ({ default: (await import('./SmallNetwork')).SmallNetwork }));

/** Brings what draws before there is something to draw. It is larger than the rest of a page: no reader who only reads carries it. */
export function prepareDrawing(): void {
  // Should it not arrive, the picture itself asks again and says so.
  void loadCanvas().catch(() => undefined);
}

/** The network as a picture, in its place from the first moment; see `NetworkCanvas.tsx` for what it does. */
export function NetworkCanvas(props: NetworkCanvasProps) {
  return (
    <Suspense fallback={<div className="kn-network" />}>
      <Canvas {...props} />
    </Suspense>
  );
}

/** A network to look at, in its place from the first moment; see `SmallNetwork.tsx`. */
export function SmallNetwork(props: SmallNetworkProps) {
  return (
    <Suspense
      fallback={<div className={props.framed ? 'kn-network kn-network--small kn-network--framed' : 'kn-network kn-network--small'} />}
    >
      <Small {...props} />
    </Suspense>
  );
}
