import type { MeasuredNetwork, WantedMeasures } from './measuring-step';
import type { NetworkDesk, WantedNetwork } from './network-desk';

/** What the network desk can be asked for. */
export type NetworkTask = { type: 'bringUpToDate'; wanted: WantedNetwork } | { type: 'measure'; wanted: WantedMeasures };

/** What comes of a task. */
export type NetworkAnswer = MeasuredNetwork | null;

/** A task on its way to the thread. */
export interface NetworkAsked {
  number: number;
  task: NetworkTask;
}

/** Its answer on the way back, or what went wrong. */
export type NetworkAnswered = { number: number } & ({ answer: NetworkAnswer } | { fault: string });

/** Has the desk do a task. */
export async function carryOut(desk: NetworkDesk, { type, wanted }: NetworkTask): Promise<NetworkAnswer> {
  if (type === 'measure') return desk.measure(wanted);
  await desk.bringUpToDate(wanted);
  return null;
}
