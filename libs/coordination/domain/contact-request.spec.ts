import { askForContact, CONTACTS_A_DAY, decideContact } from './contact-request';

const wish = { toActorId: 'a', name: ' Kim Beispiel ', email: 'Kim@Beispiel.example', organisation: 'Werkstatt', message: '' };

describe('asking for a contact', () => {
  it('needs name, mail and organisation, nothing else', () => {
    expect(askForContact(wish, 0)).toEqual({ ok: true, value: { ...wish, name: 'Kim Beispiel', email: 'kim@beispiel.example' } });
    for (const field of ['name', 'organisation'] as const) {
      expect(askForContact({ ...wish, [field]: ' ' }, 0)).toMatchObject({ refusal: { code: 'TEXT_MISSING', field } });
    }
    expect(askForContact({ ...wish, email: 'kim' }, 0)).toMatchObject({ refusal: { field: 'email' } });
  });

  it('ends after a few a day', () => {
    expect(askForContact(wish, CONTACTS_A_DAY - 1).ok).toBe(true);
    expect(askForContact(wish, CONTACTS_A_DAY)).toMatchObject({ refusal: { code: 'TOO_MANY_CONTACTS' } });
  });
});

it('a contact is decided on once', () => {
  expect(decideContact('ASKED', 'ANSWERED')).toEqual({ ok: true, value: 'ANSWERED' });
  expect(decideContact('DECLINED', 'ANSWERED')).toMatchObject({ refusal: { code: 'ALREADY_DECIDED' } });
});
