import { useMemo, useState } from 'react';
import {
  MARK_PATTERNS,
  NetworkCanvas,
  pairKey,
  type BackgroundPaint,
  type ChangeMark,
  type MarkColour,
  type NetworkFrame,
} from '@knotenpunkt/webkit/graph-view';
import { ACTOR_KINDS, Checkbox } from '@knotenpunkt/webkit/ui';
import { sampleNetwork } from './sampleNetwork';
import { Specimen } from './Specimen';

/** Colours of the kit that are told apart by their pattern too. */
const COLOURS: MarkColour[] = [
  '--kn-kind-administration',
  '--kn-kind-company',
  '--kn-kind-association',
  '--kn-kind-education',
  '--kn-kind-body',
  '--kn-kind-media',
].map((colour, at) => ({ colour, pattern: MARK_PATTERNS[at]! }));
const RINGS = [0, 150, 300, 450];
const PINS = [
  { id: '3', name: 'Nr. 3', text: 'Hier fragt die Kammer bis März nach.' },
  { id: '20', name: 'Nr. 20', text: 'Neu im Beirat.' },
];
const OPENING: NetworkFrame = { x: 540, y: 195, zoom: 2 };

/** Rings by kind, and the circles beneath them. */
const paintRings: BackgroundPaint = (context, { at, scale, palette }) => {
  const { x, y } = at({ x: 0, y: 0 });
  context.strokeStyle = palette.hull;
  context.lineWidth = 2;
  for (const radius of RINGS) {
    context.beginPath();
    context.arc(x, y, radius * scale, 0, 2 * Math.PI);
    context.stroke();
  }
};

/** The picture with all it can be given: colours, sizes, names, another arrangement, signs of change, notes. */
export function DecoratedNetworks() {
  const network = useMemo(() => sampleNetwork(), []);
  const { nodes, ties } = network;
  const [rings, setRings] = useState(false);
  const [marked, setMarked] = useState(true);
  const decoration = useMemo(() => {
    const communities = [...new Set(nodes.map(({ community }) => community))];
    const kinds = nodes.map(({ kind }) => ACTOR_KINDS.findIndex((each) => each === kind));
    return {
      colourOf: new Map(nodes.map(({ id, community }) => [id, communities.indexOf(community)])),
      sizeOf: new Map(nodes.map(({ id }, at) => [id, (at * 37) % 50])),
      labelOf: new Map(nodes.map(({ id }, at) => [id, at % 3 === 0 ? `Nr. ${id}` : ''])),
      places: new Map(
        nodes.map(({ id }, at) => {
          const [radius, angle] = [RINGS[1 + (kinds[at]! % 3)]!, (at / nodes.length) * 2 * Math.PI];
          return [id, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }];
        }),
      ),
      tieMarks: new Map(
        ties.slice(0, 9).map(({ a, b }, at): [string, ChangeMark] => [pairKey(a, b), (['new', 'gone', 'grown'] as const)[at % 3]!]),
      ),
      nodeMarks: new Map(nodes.slice(10, 16).map(({ id }, at): [string, ChangeMark] => [id, (['new', 'gone', 'grown'] as const)[at % 3]!])),
    };
  }, [nodes, ties]);
  const { colourOf, sizeOf, labelOf, places, tieMarks, nodeMarks } = decoration;
  return (
    <>
      <Specimen title="Farbe und Muster nach Gemeinschaft, Größe nach einem Maß, andere Namen">
        <div className="kn-gallery__half">
          <NetworkCanvas {...network} colourOf={colourOf} palette={COLOURS} sizeOf={sizeOf} labelOf={labelOf} onSelect={() => undefined} />
        </div>
      </Specimen>
      <Specimen title="Was neu, fort oder gewachsen ist, mit Notizen">
        <Checkbox id="show-change" name="change" label="Veränderung zeigen" value={marked} onChange={setMarked} />
        <div className="kn-gallery__half">
          <NetworkCanvas {...network} {...(marked ? { tieMarks, nodeMarks } : {})} pins={PINS} frame={OPENING} onSelect={() => undefined} />
        </div>
      </Specimen>
      <Specimen title="Andere Anordnung mit gemaltem Grund">
        <Checkbox id="show-rings" name="rings" label="Ringe nach Art" value={rings} onChange={setRings} />
        <div className="kn-gallery__half">
          <NetworkCanvas {...network} {...(rings ? { places, background: paintRings } : {})} onSelect={() => undefined} />
        </div>
      </Specimen>
      <Specimen title="Umrisse als Grund">
        <div className="kn-gallery__half">
          <NetworkCanvas
            {...network}
            background={
              <svg width="800" height="760" viewBox="0 0 800 760">
                <path
                  className="kn-gallery__outline"
                  d="M40 90 L300 40 L520 80 L760 60 L780 420 L700 700 L380 740 L60 700 L20 380 Z"
                  vectorEffect="non-scaling-stroke"
                />
              </svg>
            }
            onSelect={() => undefined}
          />
        </div>
      </Specimen>
    </>
  );
}
