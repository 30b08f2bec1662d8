import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import fc from 'fast-check';
import {
  CHALLENGE_ACTIONS,
  CHALLENGE_STATES,
  challengeActions,
  challengeRefusals,
  changeChallenge,
  checkChallenge,
  closeChallenge,
  maySee,
  proposeChallenge,
  publishChallenge,
  refuseChallenge,
  type Challenge,
  type ChallengeText,
} from './index';

const known = { has: (id: string) => id !== 'unbekannt' };
const about = { known, today: '2026-11-25' };
const text: ChallengeText = {
  question: 'Wie kommt die Frühschicht zur Arbeit?',
  context: '',
  concerns: '',
  themes: ['mobilitaet'],
  competences: ['oepnv'],
  benches: [{ kind: 'COMPANY', minimum: 2 }],
  untilOn: '2027-03-01',
};
const coordinator: Viewer = { ...VISITOR, personId: 'c', coordinator: true };
const actingFor = (actorId: string, role: 'EDITOR' | 'DELEGATE' = 'DELEGATE'): Viewer => ({
  ...VISITOR,
  personId: 'p',
  mandates: [{ id: 'm', actorId, role, fromOn: '2020-01-01', untilOn: null }],
});
const wish = { ...text, id: '1', regionId: 'r', slug: 'frage', askedById: 'a' as string | null };

function proposed(): Challenge {
  const made = proposeChallenge(actingFor('a'), wish, about);
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}

it('is asked by delegates of an organisation, and without one by coordinators only', () => {
  expect(proposed()).toMatchObject({ state: 'PROPOSED', origin: 'ACTOR' });
  expect(proposeChallenge(actingFor('a', 'EDITOR'), wish, about)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
  expect(proposeChallenge(actingFor('b'), wish, about)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
  expect(proposeChallenge(coordinator, { ...wish, askedById: null }, about)).toMatchObject({ value: { origin: 'EDITORIAL' } });
  expect(proposeChallenge(actingFor('a'), { ...wish, askedById: null }, about).ok).toBe(false);
});

it('is published, closed or refused by coordinators, in that order of states', () => {
  const one = proposed();
  expect(publishChallenge(actingFor('a'), one, about.today)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
  expect(closeChallenge(coordinator, one, about.today)).toMatchObject({ refusal: { code: 'STATE_DIFFERS' } });
  expect(refuseChallenge(coordinator, one, ' ')).toMatchObject({ refusal: { code: 'TEXT_MISSING', field: 'reason' } });
  const refused = refuseChallenge(coordinator, one, 'Gibt es schon.');
  if (!refused.ok) throw new Error();
  expect(changeChallenge(actingFor('a'), refused.value, text, about)).toMatchObject({ value: { state: 'PROPOSED', refusalReason: '' } });
  const published = publishChallenge(coordinator, one, about.today);
  if (!published.ok) throw new Error();
  expect(changeChallenge(actingFor('a'), published.value, text, about).ok).toBe(false);
  expect(closeChallenge(coordinator, published.value, about.today)).toMatchObject({ value: { state: 'CLOSED', closedOn: about.today } });
});

it('says what is wrong with each part', () => {
  const bad = { ...text, question: '', competences: ['unbekannt'], untilOn: '2020-01-01' };
  expect(challengeRefusals(bad, about).map(({ field }) => field)).toEqual(['question', 'competences', 'untilOn']);
  const twice = [...text.benches, ...text.benches];
  expect(checkChallenge({ ...text, benches: twice }, about)).toMatchObject({ refusal: { code: 'KIND_TWICE' } });
  expect(checkChallenge({ ...text, benches: [{ kind: 'UNION', minimum: 0 }] }, about)).toMatchObject({
    refusal: { code: 'MINIMUM_INVALID' },
  });
});

const viewer = fc.oneof(
  fc.constant(VISITOR),
  fc.constant(coordinator),
  fc
    .record({ actorId: fc.constantFrom('a', 'b'), role: fc.constantFrom('EDITOR' as const, 'DELEGATE' as const) })
    .map((m) => actingFor(m.actorId, m.role)),
);

it('offers exactly the actions that are then carried out, and none on what cannot be seen', () => {
  fc.assert(
    fc.property(viewer, fc.constantFrom(...CHALLENGE_STATES), (who, state) => {
      const challenge = { ...proposed(), state };
      const done = {
        changeChallenge: changeChallenge(who, challenge, text, about).ok,
        publishChallenge: publishChallenge(who, challenge, about.today).ok,
        refuseChallenge: refuseChallenge(who, challenge, 'weil').ok,
        closeChallenge: closeChallenge(who, challenge, about.today).ok,
      };
      const offered = challengeActions(who, challenge);
      expect(offered).toEqual(CHALLENGE_ACTIONS.filter((action) => done[action]));
      if (!maySee(who, challenge)) expect(offered).toEqual([]);
    }),
  );
});
