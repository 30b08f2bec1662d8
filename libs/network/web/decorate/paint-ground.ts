import type { GroundDrawing, GroundLabel, GroundName } from '@knotenpunkt/network/domain';
import type { BackgroundPaint, BackgroundView, Rect } from '@knotenpunkt/webkit/graph-view';

const STROKES = {
  quiet: { width: 1, alpha: 0.22 },
  frame: { width: 1.25, alpha: 0.5 },
  border: { width: 1.5, alpha: 0.5 },
  district: { width: 1, alpha: 0.28 },
} as const;
/** Where contrast is wanted, lines are this much clearer. */
const CLEARER = 2;
const FONTS = { title: { size: 12.5, weight: 600, line: 15 }, note: { size: 11.5, weight: 450, line: 14 } } as const;
/** A name that has no room for so many letters is left out. */
const LEAST_LETTERS = 4;

/** Paints what lies beneath an arrangement: lines first, names above them. */
export function groundPainter(ground: GroundDrawing, say: (label: GroundLabel) => string): BackgroundPaint {
  const words = ground.names.map(({ label }) => say(label));
  return (context, view) => {
    context.strokeStyle = view.palette.muted;
    context.lineJoin = 'round';
    const clearer = view.palette.hullLine === '' ? 1 : CLEARER;
    for (const { points, tone } of ground.lines) {
      stroke(context, clearly(STROKES[tone], clearer), () => {
        points.forEach(([x, y], at) => {
          const place = view.at({ x, y });
          if (at === 0) context.moveTo(place.x, place.y);
          else context.lineTo(place.x, place.y);
        });
      });
    }
    for (const { x, y, radius } of ground.circles) {
      const middle = view.at({ x, y });
      stroke(context, clearly(STROKES.quiet, clearer), () => context.arc(middle.x, middle.y, radius * view.scale, 0, 2 * Math.PI));
    }
    context.fillStyle = view.palette.muted;
    context.textBaseline = 'middle';
    return ground.names.flatMap((name, at) => {
      const { size, weight } = FONTS[name.tone];
      context.font = `${weight} ${size}px ${view.palette.font}`;
      return (name.around ? writeAround(context, view, name, words[at]!, name.around) : write(context, view, name, words[at]!)) ?? [];
    });
  };
}

function clearly({ width, alpha }: { width: number; alpha: number }, by: number) {
  return { width, alpha: Math.min(1, alpha * by) };
}

function stroke(context: CanvasRenderingContext2D, { width, alpha }: { width: number; alpha: number }, path: () => void): void {
  context.beginPath();
  path();
  context.globalAlpha = alpha;
  context.lineWidth = width;
  context.stroke();
  context.globalAlpha = 1;
}

function write(context: CanvasRenderingContext2D, view: BackgroundView, name: GroundName, text: string): Rect | null {
  const { x, y } = view.at(name);
  if (x < -400 || y < -200 || x > view.width + 400 || y > view.height + 200) return null;
  const { line } = FONTS[name.tone];
  const room = name.room && { width: name.room.width * view.scale, height: name.room.height * view.scale };
  // Half a line may hang over.
  if (room && room.height < 0.7 * line) return null;
  const lines = room ? broken(context, text, room.width, Math.max(1, Math.floor(room.height / line))) : [text];
  context.save();
  context.translate(x, y);
  if (name.turn) context.rotate((-name.turn * Math.PI) / 180);
  context.textAlign = name.align === 'start' ? 'left' : name.align === 'end' ? 'right' : 'center';
  lines.forEach((part, at) => context.fillText(part, 0, (at - (lines.length - 1) / 2) * line));
  context.restore();
  const width = Math.max(0, ...lines.map((part) => context.measureText(part).width));
  const left = name.align === 'start' ? 0 : name.align === 'end' ? width : width / 2;
  // What is turned lies outside of everything that has names.
  return name.turn ? null : { x: x - left, y: y - (lines.length * line) / 2, width, height: lines.length * line };
}

/** The text in so many lines; what finds no room ends in an ellipsis. */
function broken(context: CanvasRenderingContext2D, text: string, width: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && (lines.length === most || context.measureText(longer).width <= width)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.flatMap((line) => shortened(context, line, width) ?? []);
}

/** The text itself where it has room, else its beginning; null where not even that has. */
function shortened(context: CanvasRenderingContext2D, text: string, width: number): string | null {
  if (context.measureText(text).width <= width) return text;
  for (let letters = text.length - 1; letters >= LEAST_LETTERS; letters--) {
    const part = `${text.slice(0, letters).trimEnd()}…`;
    if (context.measureText(part).width <= width) return part;
  }
  return null;
}

/** A name that follows the top of a circle. */
function writeAround(
  context: CanvasRenderingContext2D,
  view: BackgroundView,
  { tone, room }: GroundName,
  text: string,
  { x, y, radius, degrees }: NonNullable<GroundName['around']>,
): Rect | null {
  const reach = radius * view.scale;
  if (room && room.height * view.scale < 0.9 * FONTS[tone].line) return null;
  const shown = shortened(context, text, reach * ((degrees * Math.PI) / 180) - FONTS[tone].size);
  if (shown === null) return null;
  const middle = view.at({ x, y });
  const width = context.measureText(shown).width;
  // The line beneath the name is taken away.
  context.save();
  context.translate(middle.x, middle.y);
  context.beginPath();
  const half = (width / 2 + 4) / reach;
  context.arc(0, 0, reach, -Math.PI / 2 - half, -Math.PI / 2 + half);
  context.lineWidth = 4;
  context.strokeStyle = view.palette.ground;
  context.stroke();
  context.textAlign = 'center';
  let before = 0;
  for (const letter of shown) {
    const own = context.measureText(letter).width;
    context.save();
    context.rotate((before + own / 2 - width / 2) / reach);
    context.fillText(letter, 0, -reach);
    context.restore();
    before += own;
  }
  context.restore();
  context.strokeStyle = view.palette.muted;
  return { x: middle.x - width / 2, y: middle.y - reach - FONTS[tone].line / 2, width, height: FONTS[tone].line };
}
