import '../public/layers.css';
import '../main.css';
import '../messages';
import { largeNetwork } from '../gallery/largeNetwork';
import type { Contender } from './contender';
import { bareCanvas, plainCytoscape, sigma } from './contenders';
import { firstOf, ours } from './Ours';

/** Frames of a movement. Milliseconds. */
interface Frames {
  count: number;
  median: number;
  p95: number;
}

/** What `run.mjs` is told of one contender at one size. Milliseconds on the wall. */
export interface Measured {
  readable: number;
  whole: number;
  pan: Frames;
  zoom: Frames;
}

declare global {
  interface Window {
    /** Given by `run.mjs`, which notes how much CPU time the browser has used so far. */
    phase: (name: string) => Promise<void>;
  }
}

/** So many frames are timed, and not much longer than this. */
const FRAMES = 90;
const LONGEST_MS = 12_000;
/** As an arrow key moves and plus zooms. */
const STEP = 60;
const FACTOR = 1.3;

async function frames(move: (frame: number) => void): Promise<Frames> {
  const times: number[] = [];
  const begin = performance.now();
  let last = await frame();
  for (let at = 0; at < FRAMES && performance.now() - begin < LONGEST_MS; at++) {
    move(at);
    const now = await frame();
    times.push(now - last);
    last = now;
  }
  times.sort((p, q) => p - q);
  return { count: times.length, median: times[Math.floor(times.length / 2)]!, p95: times[Math.floor(times.length * 0.95)]! };
}

function frame(): Promise<number> {
  return new Promise((done) => requestAnimationFrame(() => done(performance.now())));
}

async function measure(what: string, size: number): Promise<Measured> {
  const stage = document.getElementById('stage')!;
  const network = largeNetwork(size);
  const all = network.whole.all!;
  const first = firstOf(network);
  await new Promise((rest) => setTimeout(rest, 500));
  await window.phase('begin');
  const begin = performance.now();
  const contender: Contender =
    what === 'canvas'
      ? bareCanvas(stage, all)
      : what === 'sigma'
        ? sigma(stage, all)
        : what === 'cytoscape'
          ? plainCytoscape(stage, all)
          : ours(stage, network, first, what === 'ours-1500');
  await contender.readable;
  const readable = performance.now() - begin;
  void window.phase('readable');
  await contender.whole;
  const whole = performance.now() - begin;
  await window.phase('whole');
  await new Promise((rest) => setTimeout(rest, 1_500));
  await window.phase('pan');
  // There and back: what leaves the window is seen again.
  const pan = await frames((at) => contender.pan(at % 16 < 8 ? STEP : -STEP, 0));
  await window.phase('panned');
  await new Promise((rest) => setTimeout(rest, 1_500));
  await window.phase('zoom');
  const zoom = await frames((at) => contender.zoom(at % 12 < 6 ? FACTOR : 1 / FACTOR));
  await window.phase('zoomed');
  return { readable, whole, pan, zoom };
}

Object.assign(window, { measure });
