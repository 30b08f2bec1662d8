import { atOnce, HALF_BOX, KIND_SHAPES, ACTOR_KINDS, NOMINAL, partOf, type ActorKind } from '@knotenpunkt/kernel';
import { short, xml } from './chunks';
import { INK, SHEET_FONT, type Figure, type Shape } from './figure';
import { sheetFigure, type SheetOptions } from './sheet-figure';
import type { Taken } from './taken';
import { TakeWords } from './take-words';

const symbolOf = (kind: ActorKind) => `kind-${kind.toLowerCase().replaceAll('_', '-')}`;

/** The marks once, to be used again: drawn around the origin in the size of a circle with radius 1. */
function symbols(): string {
  return ACTOR_KINDS.map((kind) => {
    const place = `scale(${short(1 / NOMINAL, 5)}) translate(-${HALF_BOX} -${HALF_BOX})`;
    // Nothing shows through the hole of the ring.
    const under = kind === 'NETWORK' ? `<circle cx="${HALF_BOX}" cy="${HALF_BOX}" r="${NOMINAL}" fill="${INK.ground}"/>` : '';
    const path = `<path d="${KIND_SHAPES[kind]}" fill-rule="evenodd"/>`;
    return `<g id="${symbolOf(kind)}"><g transform="${place}">${under}${path}</g></g>`;
  }).join('');
}

function elementOf(shape: Shape): string {
  switch (shape.is) {
    case 'area': {
      const points = shape.corners.map(({ x, y }) => `${short(x)},${short(y)}`).join(' ');
      return `<polygon points="${points}" fill="${shape.fill}"${shape.opacity < 1 ? ` fill-opacity="${short(shape.opacity)}"` : ''}/>`;
    }
    case 'lines': {
      const dash = shape.dash ? ` stroke-dasharray="${shape.dash.map((length) => short(length)).join(' ')}"` : '';
      const opacity = shape.opacity < 1 ? ` stroke-opacity="${short(shape.opacity)}"` : '';
      return `<path d="${shape.data}" fill="none" stroke="${shape.stroke}" stroke-width="${short(shape.width)}" stroke-linecap="round"${dash}${opacity}/>`;
    }
    case 'mark': {
      const { kind, at, radius, fill, halo } = shape;
      // The rim goes with the mark: its width is told in the mark's own size.
      const rim = halo > 0 ? ` stroke="${INK.ground}" stroke-width="${short((2 * halo * NOMINAL) / radius)}" paint-order="stroke"` : '';
      return `<use href="#${symbolOf(kind)}" transform="translate(${short(at.x)} ${short(at.y)}) scale(${short(radius, 3)})" fill="${fill}"${rim}/>`;
    }
    case 'ring':
      return `<circle cx="${short(shape.at.x)}" cy="${short(shape.at.y)}" r="${short(shape.radius)}" fill="none" stroke="${shape.stroke}" stroke-width="${short(shape.width)}"/>`;
    case 'text': {
      const { at, align, text, size, bold, fill, halo, turn } = shape;
      const turned = turn ? ` transform="rotate(${short(-turn)} ${short(at.x)} ${short(at.y)})"` : '';
      const anchor = { start: '', center: ' text-anchor="middle"', end: ' text-anchor="end"' }[align];
      const rim = halo > 0 ? ` stroke="${INK.ground}" stroke-width="${short(halo)}" stroke-linejoin="round" paint-order="stroke"` : '';
      return `<text x="${short(at.x)}" y="${short(at.y)}" font-size="${short(size)}"${bold ? ' font-weight="600"' : ''} fill="${fill}"${anchor}${rim}${turned}>${xml(text)}</text>`;
    }
  }
}

/** So many communities are told by name. */
const MOST_TOLD = 12;

/** What somebody who does not see the picture is told of it. */
export function describePicture(taken: Taken): string {
  const words = new TakeWords(taken.language);
  const strongest = taken.nodes.toSorted((p, q) => q.degree - p.degree || (p.id < q.id ? -1 : 1)).slice(0, 3);
  const parts = [
    words.state(taken.asOf, taken.nodes.length, taken.tieCount),
    ...taken.about,
    taken.communities.length > 0
      ? words.fill(words.own.describe.communities, { names: words.list(taken.communities.slice(0, MOST_TOLD).map(({ name }) => name)) })
      : '',
    strongest.length > 0 ? words.fill(words.own.describe.strongest, { names: words.list(strongest.map(({ name }) => name)) }) : '',
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
    .join(' ');
}

/** A figure as SVG that stands for itself: no style sheet, no font, no script, nothing to be fetched. */
function* svgPieces(
  { width, height, shapes }: Figure,
  said: { title: string; description: string; language: 'de' | 'en' },
): Generator<string> {
  yield `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="network-title network-description" lang="${said.language}"`;
  yield ` width="${short(width)}pt" height="${short(height)}pt" viewBox="0 0 ${short(width)} ${short(height)}" font-family="${SHEET_FONT}">\n`;
  yield `<title id="network-title">${xml(said.title)}</title>\n<desc id="network-description">${xml(said.description)}</desc>\n`;
  yield `<defs>${symbols()}</defs>\n<rect width="${short(width)}" height="${short(height)}" fill="${INK.ground}"/>\n`;
  for (const shape of shapes) yield `${elementOf(shape)}\n`;
  yield '</svg>\n';
}

/** The sheet as SVG in print quality, at once. */
export function drawSvg(taken: Taken, options: SheetOptions = {}): string {
  return atOnce(svgInSteps(taken, options)).join('');
}

/** So many elements are written in one step. */
const ELEMENTS_TOGETHER = 200;

/** The same step by step, in pieces. */
export function* svgInSteps(taken: Taken, options: SheetOptions = {}): Generator<number, string[]> {
  const { title, language } = taken;
  const figure = yield* partOf(sheetFigure(taken, options), 0, 0.9);
  const pieces: string[] = [];
  for (const piece of svgPieces(figure, { title, description: describePicture(taken), language }))
    if (pieces.push(piece) % ELEMENTS_TOGETHER === 0) yield 0.9 + (0.1 * pieces.length) / (figure.shapes.length + pieces.length);
  return pieces;
}
