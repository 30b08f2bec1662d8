import { UnitOfWork } from '@knotenpunkt/platform/database';
import type { TestApp } from '@knotenpunkt/platform/testing';
import { OWN, PARTNER } from './cases';
import { initiatives, wordsOf } from './initiative-cases';

/** Vorhaben of OWN in each state that lets people do different things. `partner` acts for another organisation, `editor` keeps the entries of OWN. */
export async function prepareInitiatives<Asker>(
  app: TestApp,
  write: (name: string, type: string, input: object, as?: Asker) => Promise<void>,
  { partner, editor }: { partner: Asker; editor: Asker },
  today: string,
): Promise<void> {
  const late = { deadlineOn: '2099-01-01', onDecline: 'CONTINUE_WITHOUT' };
  await write('registerInitiative', 'RegisterInitiativeInput', { ...wordsOf('Walk Idee'), id: initiatives.idea, leadId: OWN });
  await write('invitePartner', 'InvitePartnerInput', { id: initiatives.idea, actorId: PARTNER });
  const running = { ...wordsOf('Walk läuft'), id: initiatives.running, leadId: OWN, begun: true };
  await write('registerInitiative', 'RegisterInitiativeInput', running);
  const wanted = [{ text: 'Wer misst die Wirkung?', competences: [], kinds: ['SCIENCE'] }];
  const proposed = { ...wordsOf('Walk Vorschlag'), ...late, id: initiatives.proposed, leadId: OWN, partnerIds: [PARTNER], wanted };
  await write('proposeInitiative', 'ProposeInitiativeInput', proposed);
  const waiting = { ...wordsOf('Walk gefragt'), ...late, id: initiatives.waiting, leadId: PARTNER, partnerIds: [OWN] };
  await write('proposeInitiative', 'ProposeInitiativeInput', waiting, partner);
  const draft = { ...wordsOf('Walk Entwurf'), id: initiatives.draft, leadId: OWN };
  await write('registerInitiative', 'RegisterInitiativeInput', draft, editor);
  const event = { id: initiatives.event, initiativeId: initiatives.running, title: 'Walk Abend', format: 'TALK', dateOn: today };
  await write('addEvent', 'AddEventInput', event);
  // What is a part of what comes with a region's file only.
  await app.get(UnitOfWork).run(async (tx) => {
    const belongs = (part: string, whole: string) => tx.query('UPDATE initiative SET part_of_id = $2 WHERE id = $1', [part, whole]);
    await belongs(initiatives.idea, initiatives.proposed);
    await belongs(initiatives.proposed, initiatives.running);
  });
}
