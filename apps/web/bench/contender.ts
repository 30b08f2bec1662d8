import type { NetworkWhole } from '@knotenpunkt/webkit/graph-view';

/** What a contender is given: all actors with places, kinds and ties. */
export type Actors = NonNullable<NetworkWhole['all']>;

/** A way to draw a network. Moving it draws it anew before the next frame, or as soon as it can. */
export interface Contender {
  /** Resolves when the first readable picture was drawn; `whole` when everything was. */
  readable: Promise<unknown>;
  whole: Promise<unknown>;
  pan: (x: number, y: number) => void;
  zoom: (factor: number) => void;
}

export const COLOURS = [
  '#1c64b7',
  '#c06000',
  '#7e5503',
  '#f9425c',
  '#6f0779',
  '#836cf6',
  '#119053',
  '#c0168a',
  '#1695ba',
  '#02463a',
  '#6a2000',
  '#535c6a',
];
export const TIE = '#a9aec6';

/** The next frame has been drawn and handed on. */
export function drawn(): Promise<unknown> {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

/** A mark on the timeline of the page, now or later. */
export function marked(name: string): Promise<unknown> {
  return new Promise((done) => {
    new PerformanceObserver((list, observer) => {
      if (!list.getEntries().some((entry) => entry.name === name)) return;
      observer.disconnect();
      done(drawn());
    }).observe({ type: 'mark', buffered: true });
  });
}
