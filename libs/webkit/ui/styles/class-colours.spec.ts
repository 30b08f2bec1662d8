import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Triple = [number, number, number];

/*
 * Colour-blindness is simulated after Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
 * Deficiency" (IEEE TVCG 15/6, 2009), matrices of severity 1.0 for linear RGB; distances are Euclidean in OKLab (Björn Ottosson, 2020)
 * times 100, as for the kinds of actor; contrast after WCAG 2.
 */
const SEEN: Record<string, readonly number[]> = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const [light, dark] = [css.slice(0, css.indexOf("[data-theme='dark']")), css.slice(css.indexOf("[data-theme='dark']"))] as const;

function linear(hex: string): Triple {
  const long = hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex;
  return [1, 3, 5].map((at) => {
    const value = parseInt(long.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as Triple;
}

function times(matrix: readonly number[], [a, b, c]: Triple): Triple {
  return [0, 3, 6].map((row) => matrix[row]! * a + matrix[row + 1]! * b + matrix[row + 2]! * c) as Triple;
}

function oklab(rgb: Triple): Triple {
  const lms = times([0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619, 0.2817188376, 0.6299787005], rgb); // prettier-ignore
  return times(
    [0.2104542553, 0.793617785, -0.0040720468, 1.9779984951, -2.428592205, 0.4505937099, 0.0259040371, 0.7827717662, -0.808675766],
    lms.map(Math.cbrt) as Triple,
  );
}

function distance(one: string, other: string, matrix: readonly number[]): number {
  const [p, q] = [one, other].map((hex) => {
    return oklab(times(matrix, linear(hex)).map((value) => Math.min(1, Math.max(0, value))) as Triple);
  });
  return 100 * Math.hypot(p![0] - q![0], p![1] - q![1], p![2] - q![2]);
}

function contrast(one: string, other: string): number {
  const [most, least] = [one, other].map((hex) => times([0.2126, 0.7152, 0.0722, 0, 0, 0, 0, 0, 0], linear(hex))[0]).sort((p, q) => q - p);
  return (most! + 0.05) / (least! + 0.05);
}

describe.each([
  ['light', light],
  ['dark', dark],
])('the colours of classes in %s', (_, theme) => {
  const token = (name: string) => new RegExp(`--kn-${name}: (#[0-9a-f]+);`).exec(theme)![1]!;
  const hues = Array.from({ length: 6 }, (_each, at) => token(`class-${at + 1}`));
  const steps = Array.from({ length: 5 }, (_each, at) => token(`step-${at + 1}`));
  const rest = token('class-rest');
  const grounds = [token('network'), token('page')];

  it('stand out from the ground of the picture and of the legend', () => {
    for (const colour of [...hues, ...steps, rest])
      for (const ground of grounds) if (contrast(colour, ground) < 3) expect(`${colour} on ${ground}`).toBe('told from the ground');
    expect(hues).toHaveLength(6);
  });

  it.each(Object.entries(SEEN))('are told apart, with %s eyes', (_eyes, matrix) => {
    const all = [...hues, rest];
    for (const [at, one] of all.entries())
      for (const other of all.slice(at + 1)) if (distance(one, other, matrix) < 13) expect(`${one} and ${other}`).toBe('told apart');
    expect(all).toHaveLength(7);
  });

  it.each(Object.entries(SEEN))('go step by step from little to much, with %s eyes', (_eyes, matrix) => {
    for (const [at, one] of steps.slice(1).entries()) {
      expect(distance(one, steps[at]!, matrix)).toBeGreaterThanOrEqual(8.5);
      expect(contrast(one, grounds[0]!)).toBeGreaterThan(contrast(steps[at]!, grounds[0]!));
    }
  });
});
