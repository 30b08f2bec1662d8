import { useMemo, useState } from 'react';
import { FocusFinder } from '@knotenpunkt/network/domain';
import { NetworkCanvas, type NetworkViewport } from '@knotenpunkt/webkit/graph-view';
import { inFocus, largeNetwork } from './largeNetwork';
import { Specimen } from './Specimen';

const NO_PATH: number[] = [];

/** A network of which only a part is in focus: communities open as one comes closer. */
export function LargeNetwork({ size }: { size: number }) {
  const network = useMemo(() => largeNetwork(size), [size]);
  const finder = useMemo(() => new FocusFinder(network.columns), [network]);
  const [viewport, setViewport] = useState<NetworkViewport | null>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const focus = useMemo(
    () =>
      inFocus(
        finder,
        network.whole.all!,
        { chosen: selected === null ? null : Number(selected), path: NO_PATH, viewport },
        viewport ?? undefined,
      ),
    [finder, network, selected, viewport],
  );
  return (
    <Specimen title="Großes Netzwerk" wide>
      <div className="kn-gallery__picture">
        <NetworkCanvas {...focus} whole={network.whole} selectedId={selected} onSelect={setSelected} onView={setViewport} />
      </div>
    </Specimen>
  );
}
