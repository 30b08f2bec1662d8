/** How well and how strongly two are tied by one thing; days since 1970-01-01. */
export interface Standing {
  /** The place in `GRADES`. */
  grade: number;
  strength: number;
  since: number;
  until: number;
}

/** Rounded to 1e-9, so that every order of adding up gives the same number. */
export function rounded(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

/** Which of several standings of the same two in the same thing counts: better founded, stronger, older, longer. */
export function better(a: Standing, b: Standing): boolean {
  return (a.grade - b.grade || b.strength - a.strength || a.since - b.since || b.until - a.until) < 0;
}

/**
 * What is left on a day of what a part weighs: w · 2^(−age/half-life), age 0 while it runs, else whole days since it ended or, if that was
 * later, was confirmed. All in days since 1970-01-01.
 */
export function weightLeft(weight: number, halfLife: number, until: number, confirmed: number, on: number): number {
  if (until >= on) return weight;
  const age = on - (confirmed <= on ? Math.max(until, confirmed) : until);
  return age === 0 ? weight : weight * 2 ** (-age / halfLife);
}
