import type { NetworkOverview } from '../columns/network-overview';
import { arrange, type RegionGround } from '../decorate/arrange';
import { isStrong, type Arranged } from '../decorate/arranged';
import { colouringOf } from '../decorate/classes';
import { legendOf } from '../decorate/legend';
import { labelsOf, measureOf } from '../decorate/marks';
import { swatchesOf } from '../decorate/palette';
import { shownOf, type Shown } from '../view/shown';
import type { NetworkView } from '../view/view';
import { CLASS_COLOURS } from './class-colours';
import { className, groundName } from './decorated-words';
import { plainLooks, type TakenLooks } from './taken-from';
import type { TakeWords } from './take-words';
import type { TakenGround } from './taken';

/** The largest mark by a measure is that of somebody with so many ties. */
const LARGEST = 48;
/** What is turned is at most so long, in the unit of places. */
const LONGEST_TURNED = 300;
/** Of marks that are all alike. */
const ALIKE = 4;

/** Sizes as numbers of ties: the area of a mark tells the value. */
function sizesOf(network: NetworkOverview, measure: ArrayLike<number> | null): (place: number) => number {
  const { degree } = network.columns.actors;
  if (!measure) return (place) => degree[place]!;
  let [least, largest] = [Infinity, 0];
  for (let place = 0; place < measure.length; place++) {
    least = Math.min(least, measure[place]!);
    largest = Math.max(largest, measure[place]!);
  }
  return largest <= 0 || least === largest ? () => ALIKE : (place) => (LARGEST * Math.max(0, measure[place]!)) / largest;
}

function groundOf({ extent, ground, spacing }: Arranged, quiet: boolean, words: TakeWords): TakenGround {
  return {
    ...{ extent, spacing, quiet, circles: ground.circles },
    lines: ground.lines.map(({ points, tone }) => ({ points, strong: isStrong(tone) })),
    names: ground.names.map(({ x, y, align, label, tone, turn = 0, room }) => ({
      ...{ x, y, align: align === 'middle' ? 'center' : align, text: groundName(label, words), strong: tone === 'title' },
      ...{ turn, width: turn === 0 ? (room?.width ?? null) : LONGEST_TURNED },
    })),
  };
}

/** Colours, sizes, names and places as the view wants them. `region` is what the map is drawn on. */
export function decoratedLooks(
  network: NetworkOverview,
  view: NetworkView,
  region: RegionGround | null,
  words: TakeWords,
  shown: Shown = shownOf(network, view),
): TakenLooks {
  const plain = plainLooks(network, view);
  const colouring = colouringOf(network, view);
  const swatches = swatchesOf(view.colour, colouring);
  const labels = labelsOf(network, view.label);
  const everybody = new Uint8Array(network.actorCount).fill(1);
  const arranged = arrange(network, view, everybody, region);
  const counted = view.arrangement === 'matrix' ? arrange(network, view, shown.actors, region) : arranged;
  const swatchOf = (place: number) => swatches![colouring.of[place]!]!;
  return {
    colourOf: swatches ? (place) => CLASS_COLOURS[swatchOf(place).colour]! : plain.colourOf,
    patternOf: swatches ? (place) => swatchOf(place).pattern : plain.patternOf,
    sizeOf: sizesOf(network, measureOf(network, view.size, shown)),
    labelOf: labels ? (place) => labels[place]! : plain.labelOf,
    pointOf: arranged ? (place) => ({ x: arranged.x[place]!, y: arranged.y[place]! }) : plain.pointOf,
    grounds: arranged === null,
    ground: counted && groundOf(counted, view.arrangement === 'matrix', words),
    legend: swatches && {
      title: words.legendOf(view.colour),
      entries: legendOf(network, view, shown)
        .filter((row) => row.shown && row.count > 0)
        .map(({ at, label, count }) => ({
          ...{ label: className(label, words), count },
          mark: { colour: CLASS_COLOURS[swatches[at]!.colour]!, pattern: swatches[at]!.pattern },
        })),
    },
  };
}
