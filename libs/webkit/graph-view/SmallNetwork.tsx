import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { useTheme } from '@knotenpunkt/webkit/ui';
import type { NetworkWhole } from './ground-model';
import type { NetworkCommunity, NetworkNode, NetworkTie } from './model';
import { placeSurroundings, type PlacelessNode } from './surroundings';
import { NetworkView } from './view';
import './graph-view.css';

export interface SmallNetworkProps {
  /** With places: drawn there (the overview on the first page). Without: around `centerId`, one ring for each step. */
  nodes: readonly (NetworkNode | PlacelessNode)[];
  ties: readonly NetworkTie[];
  communities?: readonly NetworkCommunity[];
  /** The whole of a large network, beneath. */
  whole?: NetworkWhole | null;
  centerId?: string | null;
  onSelect: (id: string) => void;
  /** A frame around it, as on a Steckbrief. */
  framed?: boolean;
}

const NOTHING: readonly never[] = [];

function isPlaced(nodes: readonly (NetworkNode | PlacelessNode)[]): nodes is readonly NetworkNode[] {
  return nodes.every((node) => 'x' in node);
}

/** A network to look at: the same drawing without controls. What it shows stands in words beside it. */
export function SmallNetwork({
  nodes,
  ties,
  communities = NOTHING,
  whole = null,
  centerId = null,
  onSelect,
  framed = false,
}: SmallNetworkProps) {
  const t = useMessages('webkit');
  const format = useFormat();
  const { theme } = useTheme();
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<NetworkView | null>(null);
  const select = useEffectEvent((id: string | null) => {
    if (id !== null) onSelect(id);
  });

  useEffect(() => {
    const made = new NetworkView(host.current!, { movable: false, onSelect: (id) => select(id) });
    view.current = made;
    return () => {
      view.current = null;
      made.destroy();
    };
  }, []);

  const placed = useMemo(() => (isPlaced(nodes) ? nodes : placeSurroundings(centerId ?? '', nodes, ties)), [nodes, ties, centerId]);
  useEffect(() => view.current?.show({ nodes: placed, ties, communities, whole }), [placed, ties, communities, whole]);
  useEffect(() => view.current?.attend({ focus: centerId, path: NOTHING, dimmedKinds: new Set(), dimmedGrades: new Set() }), [centerId]);
  useEffect(() => view.current?.recolour(), [theme]);

  return (
    <div className={framed ? 'kn-network kn-network--small kn-network--framed' : 'kn-network kn-network--small'}>
      <div
        ref={host}
        className="kn-network__host"
        role="img"
        aria-label={
          whole
            ? t('network.describeSmall', { all: format.number(whole.all?.ids.length ?? nodes.length), count: whole.regions.length })
            : t('network.describe', { count: nodes.length, ties: ties.length })
        }
      />
    </div>
  );
}
