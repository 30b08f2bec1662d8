import { idFrom, type Id } from '@knotenpunkt/kernel';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import type { TestApp } from '@knotenpunkt/platform/testing';
import { DECLINER, OWN, PARTNER } from './cases';
import { introductions } from './introduction-cases';

const [SOMEBODY, ANOTHER] = ['a003', 'a004'].map((key) => idFrom('harkenrode', 'actor', key)) as [Id, Id];

interface Prepared {
  id: Id;
  state: string;
  askedById: Id | null;
  /** First end, go-between, second end, each with its answer. */
  sides: [actorId: Id, answer: string | null][];
}

const PREPARED: Prepared[] = [
  {
    ...{ id: introductions.waiting, state: 'ASKED', askedById: PARTNER },
    sides: [
      [PARTNER, 'YES'],
      [DECLINER, null],
      [OWN, null],
    ],
  },
  {
    ...{ id: introductions.asking, state: 'ASKED', askedById: OWN },
    sides: [
      [OWN, 'YES'],
      [DECLINER, null],
      [SOMEBODY, null],
    ],
  },
  {
    ...{ id: introductions.agreed, state: 'AGREED', askedById: null },
    sides: [
      [OWN, 'YES'],
      [DECLINER, 'YES'],
      [ANOTHER, 'YES'],
    ],
  },
  {
    ...{ id: introductions.declined, state: 'DECLINED', askedById: PARTNER },
    sides: [
      [PARTNER, 'YES'],
      [DECLINER, null],
      [OWN, 'NO'],
    ],
  },
];

/** Introductions of OWN in each state that lets people do different things; by hand, since a way between two is no matter of rights. */
export async function prepareIntroductions(app: TestApp, regionId: Id, today: string): Promise<void> {
  await app.get(UnitOfWork).run(async (tx) => {
    for (const { id, state, askedById, sides } of PREPARED) {
      const [first, , second] = sides;
      await tx.query(
        `INSERT INTO introduction (id, region_id, first_id, second_id, asked_by_id, purpose, reason, state, asked_on, answer_by, agreed_on)
         VALUES ($1, $2, $3, $4, $5, 'Walk', 'Walk', $6, $7, '2099-01-01', $7)`,
        [id, regionId, first![0], second![0], askedById, state, today],
      );
      for (const [at, [actorId, answer]] of sides.entries()) {
        await tx.query('INSERT INTO introduction_side (introduction_id, side, actor_id, answer, note) VALUES ($1, $2, $3, $4, $5)', [
          ...[id, ['FIRST', 'GO_BETWEEN', 'SECOND'][at], actorId, answer, answer === 'NO' ? 'Zu viel zu tun.' : ''],
        ]);
      }
    }
  });
}
