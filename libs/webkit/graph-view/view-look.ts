import { tieId } from './elements';
import { emphasise, type Attention, type Weight } from './emphasis';
import { intoFrame, type Frame } from './frame';
import type { GroundLook } from './ground-draw';
import { extentOf } from './ground-model';
import { pairKey, type Rect } from './model';
import type { OverlayState } from './overlay';
import type { ChangeMark } from './paint-marks';
import type { MarkColour, Palette } from './palette';
import type { ViewData } from './view-data';

/** What marks look like besides kind and size, and what is said about single ones. */
export interface ViewDecor {
  /** Place in the palette of colours, for each actor; null: colours tell kinds. */
  colourOf: ReadonlyMap<string, number> | null;
  palette: readonly MarkColour[];
  tieMarks: ReadonlyMap<string, ChangeMark>;
  nodeMarks: ReadonlyMap<string, ChangeMark>;
  pins: readonly { id: string }[];
}

export const PLAIN: ViewDecor = { colourOf: null, palette: [], tieMarks: new Map(), nodeMarks: new Map(), pins: [] };

/** The colour of an actor's mark, where colours tell something else than kinds; grey for whom they tell nothing about. */
export function colourBy({ colourOf }: ViewDecor, palette: Palette): (id: string) => MarkColour | undefined {
  if (!colourOf) return () => undefined;
  return (id) => palette.decor[colourOf.get(id) ?? -1] ?? { colour: palette.muted, pattern: 'full' };
}

/** How the ground shows filters and colours. */
export function groundLook({ whole }: ViewData, decor: ViewDecor, attention: Attention, palette: Palette): GroundLook {
  const { dimmedKinds, dimmedIds, dimmedGrades } = attention;
  const look: GroundLook = { palette, colourAt: null, dimmed: null, dimmedGrades };
  const all = whole?.all;
  if (!all) return look;
  if (decor.colourOf) look.colourAt = Uint8Array.from(all.ids, (id) => decor.colourOf!.get(id) ?? 255);
  if (dimmedKinds.size === 0 && !dimmedIds?.size) return look;
  const kinds = all.kinds.map((kind) => dimmedKinds.has(kind));
  look.dimmed = Uint8Array.from(all.ids, (id, at) => Number(kinds[all.kind[at]!]! || (dimmedIds?.has(id) ?? false)));
  return look;
}

/** How much each part of the picture counts now, in the shapes Cytoscape and the overlay want. */
export function weigh({ nodes, ties }: ViewData, looked: Attention, { tieMarks }: ViewDecor) {
  const emphasis = emphasise(nodes, ties, looked);
  const nodeWeights = new Map<string, Weight>(nodes.map((node) => [node.id, emphasis.node(node)]));
  const tieWeights = ties.map((tie) => ({ id: tieId(tie), tie, weight: emphasis.tie(tie) }));
  const lifted: OverlayState['lifted'] = tieWeights.flatMap(({ id, tie, weight }) =>
    weight === 'near' || weight === 'path' ? [{ id, tie, role: weight }] : [],
  );
  const changed: OverlayState['changed'] =
    tieMarks.size === 0
      ? []
      : tieWeights.flatMap(({ tie, weight }) => {
          const mark = tieMarks.get(pairKey(tie.a, tie.b));
          return mark && weight !== 'filtered' ? [{ tie, mark }] : [];
        });
  return { nodeWeights, tieWeights, lifted, changed };
}

/** All of a picture, in its coordinates. */
export function wholeExtent({ extent, whole, nodes }: ViewData, frame: Frame): Rect {
  if (extent) {
    const { x, y, width, height } = extent;
    return { ...intoFrame({ x, y }, frame), width: width * frame.scale, height: height * frame.scale };
  }
  if (whole) return extentOf(whole);
  const placed = nodes.map((node) => intoFrame(node, frame));
  const [xs, ys] = [placed.map(({ x }) => x), placed.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
