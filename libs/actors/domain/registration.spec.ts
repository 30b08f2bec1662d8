import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import {
  answerRegistrationQuestion,
  askAboutRegistration,
  claimActor,
  MOST_OPEN,
  refuseRegistration,
  registerOrganisation,
  registrationActions,
  verifyRegistration,
  withdrawRegistration,
  type Registration,
} from './registration';
import { hostOf, mailFits, nameKeyOf } from './same-organisation';

const kim: Viewer = { ...VISITOR, personId: 'k', name: 'Kim Beispiel' };
const coordinator: Viewer = { ...VISITOR, personId: 'c', coordinator: true };
const about = { id: 'x', regionId: 'r', open: 0, today: '2026-05-01', employer: null };
const standing = { position: 'Vorstand', evidence: 'Vereinsregister' };
const wish = {
  name: 'Reparaturtreff',
  kind: 'CIVIL_SOCIETY',
  city: 'Ostwalden',
  website: 'reparaturtreff.example',
  summary: 'Repariert.',
  employerId: null,
  ...standing,
};
const actor = {
  ...{
    id: 'a',
    name: 'Codewerft',
    kind: 'COMPANY' as const,
    city: 'Harkenrode',
    website: 'https://codewerft.example/',
    summary: 'Software.',
  },
  archived: false,
};
const value = <Value>(result: { ok: true; value: Value } | { ok: false; refusal: { code: string } }): Value => {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const founding = value(registerOrganisation(kim, wish, about));
const claim = value(claimActor(kim, { actor, administered: false }, standing, about));
const verifying = { email: 'kim@codewerft.example', website: actor.website, employerWebsite: '', administered: false, today: '2026-05-02' };

describe('registering an organisation', () => {
  it('is for whoever has an account, says everything that is needed, and gives no rights', () => {
    expect(founding).toMatchObject({ claims: false, actorId: null, state: 'ASKED', website: 'https://reparaturtreff.example/' });
    expect(registerOrganisation(VISITOR, wish, about)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
    expect(registerOrganisation(kim, { ...wish, kind: 'CLUB' }, about)).toMatchObject({ refusal: { field: 'kind' } });
    expect(registerOrganisation(kim, { ...wish, evidence: ' ' }, about)).toMatchObject({ refusal: { field: 'evidence' } });
    expect(registerOrganisation(kim, wish, { ...about, open: MOST_OPEN })).toMatchObject({ refusal: { code: 'TOO_MANY_OPEN' } });
  });

  it('names the employer of a council, and only that of one', () => {
    const council = { ...wish, kind: 'UNION', employerId: 'a' };
    const employer = { id: 'a', regionId: 'r', kind: 'COMPANY' as const, employerId: null, archived: false };
    expect(value(registerOrganisation(kim, council, { ...about, employer }))).toMatchObject({ employerId: 'a', actorId: null });
    const refusal = (code: string) => ({ refusal: { code, field: 'employerId' } });
    expect(registerOrganisation(kim, { ...wish, employerId: 'a' }, { ...about, employer })).toMatchObject(refusal('NO_COUNCIL'));
    expect(registerOrganisation(kim, council, about)).toMatchObject(refusal('EMPLOYER_UNKNOWN'));
    const another = { ...employer, kind: 'UNION' as const, employerId: 'b' };
    expect(registerOrganisation(kim, council, { ...about, employer: another })).toMatchObject(refusal('EMPLOYER_IS_COUNCIL'));
  });

  it('takes over an entry only where nobody administers it', () => {
    expect(claim).toMatchObject({ claims: true, actorId: 'a', name: 'Codewerft' });
    expect(claimActor(kim, { actor, administered: true }, standing, about)).toMatchObject({ refusal: { code: 'ADMINISTERED' } });
    expect(claimActor(kim, { actor: null, administered: false }, standing, about)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
  });
});

describe('verifying', () => {
  const decide = (one: Registration, way: string, note = '', change = {}) =>
    verifyRegistration(coordinator, one, { way, note }, { ...verifying, ...change });

  it('is for coordinators, and nobody decides on their own', () => {
    expect(verifyRegistration(kim, claim, { way: 'CALL', note: 'x' }, verifying)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
    expect(verifyRegistration({ ...kim, coordinator: true }, claim, { way: 'CALL', note: 'x' }, verifying)).toMatchObject({
      refusal: { code: 'REGISTRATION_OWN' },
    });
  });

  it('counts a mail address only where it belongs to the website, and wants a note of calls and documents', () => {
    expect(decide(claim, 'MAIL_DOMAIN')).toMatchObject({ value: { state: 'VERIFIED', way: 'MAIL_DOMAIN', decidedOn: '2026-05-02' } });
    expect(decide(claim, 'MAIL_DOMAIN', '', { email: 'kim@web.de' })).toMatchObject({ refusal: { code: 'MAIL_DOES_NOT_FIT' } });
    // At the employer everybody has such an address.
    expect(decide(claim, 'MAIL_DOMAIN', '', { employerWebsite: actor.website })).toMatchObject({ refusal: { code: 'MAIL_DOES_NOT_FIT' } });
    expect(decide(claim, 'CALL')).toMatchObject({ refusal: { code: 'TEXT_MISSING', field: 'note' } });
    expect(decide(claim, 'CALL', 'Zentrale, Frau Beispiel').ok).toBe(true);
  });

  it('happens once, and not where somebody was faster', () => {
    expect(decide({ ...claim, state: 'REFUSED' }, 'CALL', 'x')).toMatchObject({ refusal: { code: 'REGISTRATION_DECIDED' } });
    expect(decide(claim, 'CALL', 'x', { administered: true })).toMatchObject({ refusal: { code: 'ADMINISTERED' } });
  });

  it('goes by way of a question and an answer, where one is needed', () => {
    const questioned = value(askAboutRegistration(coordinator, founding, 'Wer noch?'));
    expect(questioned).toMatchObject({ state: 'QUESTIONED', question: 'Wer noch?' });
    expect(answerRegistrationQuestion(coordinator, questioned, 'Lou')).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
    expect(answerRegistrationQuestion(kim, founding, 'Lou')).toMatchObject({ refusal: { code: 'REGISTRATION_DECIDED' } });
    expect(value(answerRegistrationQuestion(kim, questioned, 'Lou'))).toMatchObject({ state: 'ASKED', answer: 'Lou' });
  });

  it('is refused with a reason, and taken back by the person alone', () => {
    expect(refuseRegistration(coordinator, founding, ' ', '2026-05-02')).toMatchObject({ refusal: { field: 'reason' } });
    expect(value(refuseRegistration(coordinator, founding, 'Unbekannt.', '2026-05-02')).state).toBe('REFUSED');
    expect(value(withdrawRegistration(kim, founding)).state).toBe('WITHDRAWN');
    expect(withdrawRegistration(coordinator, founding)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
  });

  it('offers each what they may do', () => {
    expect(registrationActions(kim, founding)).toEqual(['withdrawRegistration']);
    expect(registrationActions(kim, { ...founding, state: 'QUESTIONED' })).toEqual(['answerRegistrationQuestion', 'withdrawRegistration']);
    expect(registrationActions(coordinator, founding)).toEqual(['verifyRegistration', 'askAboutRegistration', 'refuseRegistration']);
    expect(registrationActions(coordinator, { ...founding, state: 'VERIFIED' })).toEqual([]);
  });
});

describe('a mail address', () => {
  it.each([
    ['kim@codewerft.example', 'https://www.codewerft.example/ueber-uns', true],
    ['kim@mail.codewerft.example', 'https://codewerft.example', true],
    ['kim@stadt.example', 'https://wirtschaft.stadt.example', true],
    ['kim@codewerft.example', 'https://andere.example', false],
    ['kim@meinecodewerft.example', 'https://codewerft.example', false],
    ['kim@codewerft.example', '', false],
    ['kim@web.de', 'https://web.de', false],
    ['kim@gmail.com', 'https://www.gmail.com', false],
    ['kim@facebook.com', 'https://www.facebook.com/codewerft', false],
  ])('%s fits %s: %s', (email, website, fits) => {
    expect(mailFits(email, website)).toBe(fits);
  });
});

describe('two entries', () => {
  it('have the same name without legal form, accents and signs', () => {
    expect(new Set(['Bäckerei Kornglück GmbH & Co. KG', 'baeckerei kornglueck', 'Backerei Kornglück'].map(nameKeyOf)).size).toBe(1);
    expect(nameKeyOf('Alte Hasen e. V.')).toBe(nameKeyOf('ALTE HASEN EV'));
    expect(nameKeyOf('GmbH')).not.toBe('');
  });

  it('have the same website wherever on it they point, unless many live there', () => {
    expect(hostOf('https://www.Kornglueck.example/start')).toBe('kornglueck.example');
    expect(hostOf('https://www.facebook.com/kornglueck')).toBeNull();
  });
});
