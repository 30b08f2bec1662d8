import { addDays, newId } from '@knotenpunkt/kernel';
import fc from 'fast-check';
import {
  answerByLink,
  byLink,
  checkPeriod,
  CONFIRMATION_LIMITS,
  newRequest,
  requestState,
  undoByLink,
  whyNotAsked,
  type ConfirmationLink,
} from './confirmation';
import { ANSWER_DAYS, FADE_HALF_LIFE_DAYS, freshness, freshUntil, isOutdated } from './freshness';

const today = '2026-11-28';
const days = fc.integer({ min: -2_000, max: 2_000 });

describe('how much something still counts', () => {
  it('is all of it while it is fresh, never rises with age, and never quite ends', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 3_000 }), (away, later) => {
        const last = addDays(today, away);
        const [now, then] = [freshness(last, today), freshness(last, addDays(today, later))];
        expect(now).toBeGreaterThan(0);
        expect(then).toBeLessThanOrEqual(now);
        if (away >= 0) expect(now).toBe(1);
      }),
    );
  });

  it('is half after its half-life, and all of it where nobody ever said it', () => {
    expect(freshness(addDays(today, -FADE_HALF_LIFE_DAYS), today)).toBe(0.5);
    expect(freshness(null, today)).toBe(1);
  });

  it('holds for the period and the time to answer', () => {
    const last = addDays('2026-01-01', 180 + ANSWER_DAYS);
    expect(freshUntil('2026-01-01', 180)).toBe(last);
    expect([isOutdated('2026-01-01', 180, last), isOutdated('2026-01-01', 180, addDays(last, 1))]).toEqual([false, true]);
    expect(isOutdated(null, 180, today)).toBe(false);
  });
});

describe('a request', () => {
  const request = newRequest({ id: newId(), regionId: newId(), actorId: newId() }, today);
  const standing = { archived: false, oldestOn: '2026-01-01' };
  const linkOf = (answer: ConfirmationLink['answer']): ConfirmationLink => ({ request, answer, name: 'Kim', email: 'kim@beispiel.de' });

  it('is open until its last day and answered once everything was confirmed since, however', () => {
    expect(requestState(request, standing, today)).toBe('OPEN');
    expect(requestState(request, standing, request.untilOn)).toBe('OPEN');
    expect(requestState(request, standing, addDays(request.untilOn, 1))).toBe('ENDED');
    expect(requestState(request, { ...standing, oldestOn: today }, addDays(today, 5))).toBe('CONFIRMED');
    expect(requestState({ ...request, answer: 'RIGHT' }, standing, today)).toBe('CONFIRMED');
  });

  it('lets what a link took out be put back while links last, and nothing that somebody else archived', () => {
    const archived = { ...standing, archived: true };
    expect(requestState({ ...request, answer: 'ARCHIVE' }, archived, request.untilOn)).toBe('ARCHIVED');
    expect(requestState({ ...request, answer: 'ARCHIVE' }, archived, addDays(request.untilOn, 1))).toBe('ENDED');
    expect(requestState(request, archived, today)).toBe('ENDED');
    expect(undoByLink('ARCHIVED').ok).toBe(true);
    expect(undoByLink('OPEN')).toMatchObject({ refusal: { code: 'LINK_ENDED' } });
  });

  it('takes the one answer of each link, and none by the link that leads to the form', () => {
    expect(answerByLink(linkOf('RIGHT'), 'OPEN')).toEqual({ ok: true, value: 'RIGHT' });
    expect(answerByLink(linkOf('ARCHIVE'), 'OPEN')).toEqual({ ok: true, value: 'ARCHIVE' });
    expect(answerByLink(linkOf('CHANGE'), 'OPEN').ok).toBe(false);
    expect(answerByLink(linkOf('RIGHT'), 'CONFIRMED').ok).toBe(false);
  });

  it('lets whoever was written to speak for this organisation alone, and as nobody with an account', () => {
    const viewer = byLink(linkOf('RIGHT'));
    expect(viewer.personId).toBeNull();
    expect(viewer.mandates).toEqual([expect.objectContaining({ actorId: request.actorId, role: 'EDITOR' })]);
  });
});

describe('asking at once', () => {
  const known = { oldestOn: '2026-01-01', askedOn: null };

  it('leaves out who is unknown, current, or was asked in the last days', () => {
    expect(whyNotAsked(null, 180, today)).toBe('UNKNOWN');
    expect(whyNotAsked({ ...known, oldestOn: addDays(today, -179) }, 180, today)).toBe('NOT_OLD');
    expect(whyNotAsked({ ...known, oldestOn: addDays(today, -180) }, 180, today)).toBeNull();
    const { restDays } = CONFIRMATION_LIMITS;
    expect(whyNotAsked({ ...known, askedOn: addDays(today, 1 - restDays) }, 180, today)).toBe('ASKED_RECENTLY');
    expect(whyNotAsked({ ...known, askedOn: addDays(today, -restDays) }, 180, today)).toBeNull();
  });

  it('knows which periods a region may choose', () => {
    expect([29, 30, 1_095, 1_096, 90.5, Number.NaN].map((afterDays) => checkPeriod(afterDays).ok)).toEqual([
      false,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
