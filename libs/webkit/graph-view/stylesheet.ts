import type { StylesheetJson } from 'cytoscape';
import { GRADE_LINES, GRADES, HALF_BOX, NOMINAL } from '@knotenpunkt/kernel';
import { ACTOR_KINDS, KIND_SHAPES, type ActorKind } from '@knotenpunkt/webkit/ui';
import { cornersOf, pointsAlong } from './outline';
import type { Palette } from './palette';

export { HALF_BOX, NOMINAL };

/** Edge of the box a mark is drawn in, for a mark of this radius. */
export function boxOf(radius: number): number {
  return (2 * radius * HALF_BOX) / NOMINAL;
}

const outlines = new Map<ActorKind, number[]>();

/** Marks with straight edges keep their corners; the others are walked along in this many steps. */
const STEPS: Partial<Record<ActorKind, number>> = { SCIENCE: 32, CIVIL_SOCIETY: 36, BODY: 24 };

/** A kind's shape as Cytoscape wants it: corners from -1 to 1, taken from the path that draws the mark elsewhere. */
function outlineOf(kind: ActorKind): number[] {
  let outline = outlines.get(kind);
  if (!outline) {
    const corners = STEPS[kind] === undefined ? cornersOf(KIND_SHAPES[kind]) : pointsAlong(KIND_SHAPES[kind], STEPS[kind]);
    outline = corners.flatMap(([x, y]) => [(x - HALF_BOX) / HALF_BOX, (y - HALF_BOX) / HALF_BOX]);
    outlines.set(kind, outline);
  }
  return outline;
}

/**
 * How the picture is drawn. `unit` is the length of one CSS pixel in the coordinates of the picture: marks and lines keep
 * their size on the screen while positions spread with the zoom. What is chosen or pointed at is lifted by the overlay:
 * restyling every element for it would take longer than the eye waits. Ties over each other are bent, but not in large networks:
 * between marks that overlap Cytoscape bends them far out.
 */
export function stylesheet(palette: Palette, unit: number, parallel: 'bent' | 'straight' = 'bent'): StylesheetJson {
  const kinds = ACTOR_KINDS.map((kind) => ({
    selector: `node[kind = "${kind}"]`,
    style:
      kind === 'NETWORK'
        ? {
            shape: 'ellipse',
            width: `data(ring)`,
            height: `data(ring)`,
            'background-color': palette.ground,
            'border-width': 3.6 * unit,
            'border-color': palette.kinds[kind],
          }
        : kind === 'COMPANY'
          ? { shape: 'ellipse', width: 'data(disc)', height: 'data(disc)', 'background-color': palette.kinds[kind] }
          : { shape: 'polygon', 'shape-polygon-points': outlineOf(kind), 'background-color': palette.kinds[kind] },
  }));
  const grades = GRADES.map((grade) => {
    const { width, dash } = GRADE_LINES[grade];
    return {
      selector: `edge[grade = "${grade}"]`,
      style: {
        width: width * unit,
        'line-color': palette.ties[grade],
        'line-style': dash ? 'dashed' : 'solid',
        ...(dash ? { 'line-dash-pattern': dash.map((length) => length * unit) } : {}),
      },
    };
  });
  const sheet = [
    {
      selector: 'node',
      style: {
        width: 'data(box)',
        height: 'data(box)',
        'border-width': 0,
        'outline-width': 1.6 * unit,
        'outline-color': palette.ground,
        'overlay-opacity': 0,
        'z-index': 1,
      },
    },
    ...kinds,
    // A colour that means something else than the kind; the ring has its colour in its border.
    { selector: 'node[hue]', style: { 'background-color': 'data(hue)' } },
    { selector: 'node[hue][kind = "NETWORK"]', style: { 'background-color': palette.ground, 'border-color': 'data(hue)' } },
    {
      selector: 'edge',
      style: {
        'curve-style': parallel === 'bent' ? 'bezier' : 'straight',
        'control-point-step-size': 14 * unit,
        'source-endpoint': 'inside-to-node',
        'target-endpoint': 'inside-to-node',
        'line-cap': 'round',
        'line-opacity': parallel === 'bent' ? 1 : 0.65,
        'overlay-opacity': 0,
        'z-index': 0,
      },
    },
    ...grades,
    { selector: 'node.filtered', style: { opacity: 0.14, events: 'no' } },
    { selector: 'edge.filtered', style: { opacity: 0.06 } },
  ];
  return sheet as unknown as StylesheetJson;
}
