import type { Camera } from './ground-draw';
import type { Point, Rect } from './model';

/** What a flag covers beside and above the foot on which it stands, in pixels; as in graph-view.css. */
const FLAG = { left: 1, width: 26, height: 36 };

/** Where no name is wanted because a flag flies there. */
export function flagBox({ x, y }: Point): Rect {
  return { x: x - FLAG.left, y: y - FLAG.height, width: FLAG.width, height: FLAG.height };
}

/** Puts flags, elements of the page, at their marks. One whose mark is out of view is not there, for the keyboard neither. */
export function placeFlags(box: HTMLElement, { zoom, pan }: Camera, positions: ReadonlyMap<string, Point>): void {
  const [width, height] = [box.clientWidth, box.clientHeight];
  for (const flag of box.children) {
    if (!(flag instanceof HTMLElement)) continue;
    const place = positions.get(flag.dataset['actor'] ?? '');
    const [x, y] = place ? [place.x * zoom + pan.x, place.y * zoom + pan.y] : [-1, -1];
    const isSeen = x >= 0 && y >= 0 && x <= width && y <= height;
    flag.style.visibility = isSeen ? 'visible' : 'hidden';
    if (!isSeen) continue;
    flag.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    // The text opens towards the middle, where there is room.
    flag.dataset['side'] = x > width / 2 ? 'left' : 'right';
    flag.dataset['end'] = y > height / 2 ? 'above' : 'below';
  }
}
