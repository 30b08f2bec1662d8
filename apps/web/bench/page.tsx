import '../public/layers.css';
import '../main.css';
import '../messages';
import { largeNetwork } from '../gallery/largeNetwork';
import type { Contender } from './contender';
import { bareCanvas, plainCytoscape, sigma } from './contenders';
import { firstOf, ours } from './Ours';

/** What `run.mjs` is told of one contender at one size. Milliseconds. */
export interface Measured {
  readable: number;
  whole: number;
  pan: { median: number; p95: number };
  zoom: { median: number; p95: number };
}

/** So many frames are timed, and not much longer than this. */
const FRAMES = 90;
const LONGEST_MS = 12_000;
/** As an arrow key moves and plus zooms. */
const STEP = 60;
const FACTOR = 1.3;

async function frames(move: (frame: number) => void): Promise<{ median: number; p95: number }> {
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
  return { median: times[Math.floor(times.length / 2)]!, p95: times[Math.floor(times.length * 0.95)]! };
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
  await contender.whole;
  const whole = performance.now() - begin;
  await new Promise((rest) => setTimeout(rest, 1_000));
  // There and back: what leaves the window is seen again.
  const pan = await frames((at) => contender.pan(at % 16 < 8 ? STEP : -STEP, 0));
  await new Promise((rest) => setTimeout(rest, 1_000));
  const zoom = await frames((at) => contender.zoom(at % 12 < 6 ? FACTOR : 1 / FACTOR));
  return { readable, whole, pan, zoom };
}

Object.assign(window, { measure });
