import type { WantedBench } from '@knotenpunkt/challenges/domain';
import type { AllianceMember, AllianceState } from './alliance';
import { fillBenches } from './benches';

/** An alliance that is being prepared, as far as one needs to say how far it is. */
export interface Prepared {
  state: AllianceState;
  members: readonly Pick<AllianceMember, 'bench' | 'state'>[];
  /** Answers of those who are asked; null: nobody is asked yet. */
  answers: readonly (string | null)[] | null;
}

/** How far a question is from an alliance: nothing, a draft with some of its chairs taken, or invitations with some "Ja". */
export type HowFar<Alliance> = { step: 'NOTHING' } | { step: 'DRAFT' | 'INVITING'; alliance: Alliance; reached: number; wanted: number };

/** Of several alliances the furthest counts: invitations before drafts, then the one that has reached more. */
export function howFar<Alliance extends Prepared>(benches: readonly WantedBench[], alliances: readonly Alliance[]): HowFar<Alliance> {
  const steps = alliances.flatMap((alliance): Extract<HowFar<Alliance>, { alliance: Alliance }>[] => {
    if (alliance.state === 'INVITING' && alliance.answers) {
      const reached = alliance.answers.filter((answer) => answer === 'YES').length;
      return [{ step: 'INVITING', alliance, reached, wanted: alliance.answers.length }];
    }
    if (alliance.state !== 'DRAFT' && alliance.state !== 'INVITING') return [];
    const fills = fillBenches(benches, alliance.members);
    const reached = fills.reduce((sum, { filled, minimum }) => sum + Math.min(filled, minimum), 0);
    return [{ step: 'DRAFT', alliance, reached, wanted: fills.reduce((sum, { minimum }) => sum + minimum, 0) }];
  });
  const rank = ({ step, reached, wanted }: (typeof steps)[number]) => (step === 'INVITING' ? 2 : 0) + (wanted > 0 ? reached / wanted : 0);
  return steps.sort((a, b) => rank(b) - rank(a))[0] ?? { step: 'NOTHING' };
}
