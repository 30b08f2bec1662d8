import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { MOST_DRAWN } from '@knotenpunkt/network/domain';
import { NetworkCanvas, SmallNetwork } from '@knotenpunkt/webkit/graph-view';
import { Checkbox } from '@knotenpunkt/webkit/ui';
import { LargeNetwork } from './LargeNetwork';
import { sampleNetwork, sampleSurroundings } from './sampleNetwork';
import { Specimen } from './Specimen';

const PATH = ['2', '23', '0'];
const NO_PATH: string[] = [];
const UNIONS = ['UNION', 'COMPANY'];
const NO_KINDS: string[] = [];

/** `?akteure=400` shows a larger network, to see how the picture holds up; thousands are drawn as on the page of a large one. */
export function Networks() {
  const [search] = useSearchParams();
  const size = Number(search.get('akteure') ?? 87);
  return size > MOST_DRAWN.actors + 100 ? <LargeNetwork size={size} /> : <SmallNetworks size={size} />;
}

function SmallNetworks({ size }: { size: number }) {
  const network = useMemo(() => sampleNetwork(size), [size]);
  const around = useMemo(() => sampleSurroundings('1'), []);
  const [selected, setSelected] = useState<string | null>(null);
  const [path, setPath] = useState(false);
  const [dimmed, setDimmed] = useState(false);
  return (
    <>
      <Specimen title="Netzwerk" wide>
        <Checkbox id="show-path" name="path" label="Weg zeigen" value={path} onChange={setPath} />
        <Checkbox id="dim-kinds" name="dim" label="Wirtschaft und Gewerkschaft zurücknehmen" value={dimmed} onChange={setDimmed} />
        <div className="kn-gallery__picture">
          <NetworkCanvas
            {...network}
            selectedId={selected}
            onSelect={setSelected}
            path={path ? PATH : NO_PATH}
            dimmedKinds={dimmed ? UNIONS : NO_KINDS}
          />
        </div>
      </Specimen>
      <Specimen title="Umgebung">
        <SmallNetwork {...around} centerId="1" onSelect={() => undefined} framed />
      </Specimen>
      <Specimen title="Übersicht">
        <SmallNetwork {...network} onSelect={() => undefined} />
      </Specimen>
    </>
  );
}
