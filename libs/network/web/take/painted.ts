import { partOf } from '@knotenpunkt/kernel';
import { sheetFigure, type Paper, type Taken } from '@knotenpunkt/network/domain';
import { inSlices, type Waiting } from '../inSlices';
import { paintFigure } from './paint-figure';

/** A picture could not be painted: too large for this browser, most often. */
export class NotPainted extends Error {}

function* painting(taken: Taken, paper: Paper, context: CanvasRenderingContext2D): Generator<number, true> {
  const figure = yield* partOf(sheetFigure(taken, { paper }), 0, 0.6);
  yield* partOf(paintFigure(figure, context), 0.6, 1);
  return true;
}

/** The sheet as a PNG of this size; null when it was left. */
export async function paintedAsPng(
  taken: Taken,
  paper: Paper,
  size: { width: number; height: number },
  waiting: Waiting,
): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  // Painted where it is read: what waits for a graphics card would all be painted at the end, in one go.
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) throw new NotPainted();
  if (!(await inSlices(painting(taken, paper, context), waiting))) return null;
  const blob = await new Promise<Blob | null>((give) => canvas.toBlob(give, 'image/png'));
  if (!blob) throw new NotPainted();
  return blob;
}
