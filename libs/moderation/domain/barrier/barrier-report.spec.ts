import { VISITOR } from '@knotenpunkt/identity/domain';
import { barrierAnsweredMail } from '../mails/barrier-mails';
import { answerBarrier, BARRIER_LIMITS, isOfThesePages, reportBarrier } from './barrier-report';

const wish = { pageAddress: '/akteure', text: ' Der Filter geht nicht mit der Tastatur. ', email: '' };

describe('reporting a barrier', () => {
  it('needs what and where, and a mail address only from who wants an answer', () => {
    expect(reportBarrier(wish, 0)).toEqual({ ok: true, value: { ...wish, text: wish.text.trim() } });
    expect(reportBarrier({ ...wish, email: ' Kim@Beispiel.example' }, 0)).toMatchObject({ value: { email: 'kim@beispiel.example' } });
    expect(reportBarrier({ ...wish, email: 'kim' }, 0)).toMatchObject({ refusal: { code: 'MAIL_INVALID', field: 'email' } });
    for (const field of ['text', 'pageAddress'])
      expect(reportBarrier({ ...wish, [field]: ' ' }, 0)).toMatchObject({ refusal: { code: 'TEXT_MISSING', field } });
  });

  it('ends after a few a day', () => {
    expect(reportBarrier(wish, BARRIER_LIMITS.aDay - 1).ok).toBe(true);
    expect(reportBarrier(wish, BARRIER_LIMITS.aDay)).toMatchObject({ refusal: { code: 'TOO_MANY_REPORTS' } });
  });
});

it('a barrier is answered once, by the administrator of the platform', () => {
  const administrator = { ...VISITOR, personId: 'u', platformAdministrator: true };
  expect(answerBarrier(administrator, 'OPEN', ' Geht jetzt. ')).toEqual({ ok: true, value: 'Geht jetzt.' });
  expect(answerBarrier(administrator, 'ANSWERED', 'Geht jetzt.')).toMatchObject({ refusal: { code: 'ALREADY_ANSWERED' } });
  expect(answerBarrier({ ...administrator, platformAdministrator: false }, 'OPEN', 'Ja')).toMatchObject({
    refusal: { code: 'NOT_PERMITTED' },
  });
});

it('the mail with the answer quotes what was asked, whatever stands in it', () => {
  const { text } = barrierAnsweredMail({ pageAddress: '/akteure', text: 'Ich sehe {{answer}} nicht.', language: 'en' }, 'It is there now.');
  expect(text).toContain('Ich sehe {{answer}} nicht.');
  expect(text).toContain('It is there now.');
});

it('a page is linked only where the link stays on these pages', () => {
  const here = ['/', '/akteure', '/r/dortmund/netzwerk?seite=2#x', '/a//b'];
  const elsewhere = ['', 'akteure', '//weg.example', '/\\weg.example', '/\t/weg.example', 'https://weg.example', 'javascript:alert(1)'];
  expect(here.map(isOfThesePages)).toEqual(here.map(() => true));
  expect(elsewhere.map(isOfThesePages)).toEqual(elsewhere.map(() => false));
});
