/** A probability that was said, and whether it came true. */
export interface Said {
  said: number;
  cameTrue: boolean;
}

/** Groups of equal size an error is measured in: with more of them, 200 outcomes tell chance only. */
export const CALIBRATION_GROUPS = 5;

/**
 * How far what is said lies from what comes true, on average (expected calibration error: Naeini, Cooper & Hauskrecht 2015), over groups of
 * equal size in the order of what was said. With 200 outcomes chance alone makes it about .05, so few regions fall below that by luck.
 */
export function calibrationError(all: readonly Said[]): number {
  if (all.length === 0) return 1;
  const sorted = [...evenedTies(all)].sort((a, b) => a.said - b.said);
  let off = 0;
  for (let group = 0; group < CALIBRATION_GROUPS; group++) {
    const from = Math.floor((group * sorted.length) / CALIBRATION_GROUPS);
    const members = sorted.slice(from, Math.floor(((group + 1) * sorted.length) / CALIBRATION_GROUPS));
    off += Math.abs(members.reduce((sum, { said, came }) => sum + said - came, 0));
  }
  return off / sorted.length;
}

/** Of which the same was said count by their share, so that the order of the input changes nothing. */
function evenedTies(all: readonly Said[]): { said: number; came: number }[] {
  const ties = new Map<number, { came: number; all: number }>();
  for (const { said, cameTrue } of all) {
    const tie = ties.get(said) ?? { came: 0, all: 0 };
    ties.set(said, { came: tie.came + (cameTrue ? 1 : 0), all: tie.all + 1 });
  }
  return all.map(({ said }) => ({ said, came: ties.get(said)!.came / ties.get(said)!.all }));
}
