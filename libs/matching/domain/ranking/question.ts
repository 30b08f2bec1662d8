import type { Network } from './network';
import type { RegisteredActor } from './register';

/** Whom to rank for: one actor that looks for partners, or those who are in and a text of what it is about. */
export interface Question {
  /** The asker, or the given members; who is in no project of the network is known by its row only. */
  seeds: readonly RegisteredActor[];
  /** Numbers of the seeds the network knows. */
  known: readonly number[];
  /** Numbers of those who must not be proposed, the seeds among them. */
  banned: ReadonlySet<number>;
  /** What it is about; null: what the seeds did so far. */
  text: string | null;
  /** How many are looked for; null: nobody says. */
  seats: number | null;
}

/** How much there is to be found: ln of the seats, or, where nobody says, of one more than the mean number of projects of the seeds. */
export function roomOf(network: Network, { seats, known }: Question): number {
  if (seats !== null) return Math.log(Math.max(1, seats));
  return Math.log1p(known.reduce((sum, seed) => sum + network.degrees[seed]!, 0) / Math.max(1, known.length));
}
