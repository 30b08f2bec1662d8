import fc from 'fast-check';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { addDays } from '@knotenpunkt/kernel';
import { reportDecidedMail, reportReceivedMail } from '../mails/report-mails';
import { keptSince, REPORT_KEPT_DAYS } from '../retention';
import { APPEAL_DAYS, APPEAL_SIDES, appealDecision, appealUntil, whyNotAppeal, type ReportAppeal } from './appeal';
import { mayStayUnnamed, REPORT_LIMITS, REPORT_REASONS, REPORT_STATES, reportContent, type ReportWish } from './content-report';
import { decideReport, REPORT_DECISIONS, TO_BE_WRITTEN, whyNotDecide, type DecisionWish, type ReportDecision } from './decision';

const wish: ReportWish = {
  subjectType: 'ACTOR',
  subjectId: 'a',
  reason: 'UNTRUE',
  explanation: ' Die Zahl stimmt nicht. ',
  place: '',
  name: 'Kim',
  email: 'Kim@Beispiel.example',
  goodFaith: true,
};

describe('reporting content', () => {
  it('needs reason, name, mail address and good faith', () => {
    expect(reportContent(wish, 0)).toMatchObject({ value: { explanation: 'Die Zahl stimmt nicht.', email: 'kim@beispiel.example' } });
    expect(reportContent({ ...wish, explanation: ' ' }, 0)).toMatchObject({ refusal: { code: 'TEXT_MISSING', field: 'explanation' } });
    expect(reportContent({ ...wish, name: '' }, 0)).toMatchObject({ refusal: { code: 'TEXT_MISSING', field: 'name' } });
    expect(reportContent({ ...wish, email: '' }, 0)).toMatchObject({ refusal: { code: 'MAIL_INVALID' } });
    expect(reportContent({ ...wish, goodFaith: false }, 0)).toMatchObject({ refusal: { code: 'GOOD_FAITH_MISSING', field: 'goodFaith' } });
    expect(reportContent(wish, REPORT_LIMITS.aDay)).toMatchObject({ refusal: { code: 'TOO_MANY_REPORTS' } });
  });

  it('needs no name for the one reason for which law allows that', () => {
    for (const reason of REPORT_REASONS) {
      const { ok } = reportContent({ ...wish, reason, name: '', email: '' }, 0);
      expect([reason, ok]).toEqual([reason, reason === 'CHILD_ABUSE']);
      expect(mayStayUnnamed(reason)).toBe(ok);
    }
    expect(reportContent({ ...wish, reason: 'CHILD_ABUSE', email: 'kim' }, 0).ok).toBe(false);
  });
});

const coordinator: Viewer = { ...VISITOR, personId: 'c', coordinator: true };
const reasons: DecisionWish = { kind: 'CORRECTED', facts: 'Die Quelle nennt 31.', basis: 'RULES', ground: 'Angaben nennen ihre Quelle.' };
const made = (personId: string, onAppeal = false, kind = reasons.kind): ReportDecision => ({
  ...reasons,
  ...{ kind, id: personId, onAppeal, decidedAt: new Date(0), personId },
});

describe('deciding', () => {
  const open = { state: 'OPEN' as const, decisions: [] };

  it('is for the coordination and wants reasons', () => {
    expect(decideReport(coordinator, open, [], reasons)).toEqual({ ok: true, value: reasons });
    expect(decideReport({ ...coordinator, coordinator: false }, open, [], reasons)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
    expect(decideReport(coordinator, open, [], { ...reasons, facts: '' })).toMatchObject({ refusal: { field: 'facts' } });
    expect(decideReport(coordinator, open, [], { ...reasons, ground: '' })).toMatchObject({ refusal: { field: 'ground' } });
    expect(decideReport(coordinator, open, [], { ...reasons, kind: 'NO_ACTION', ground: '' }).ok).toBe(true);
    for (const field of ['facts', 'ground'])
      expect(decideReport(coordinator, open, [], { ...reasons, [field]: `Richtig ist: ${TO_BE_WRITTEN}` })).toMatchObject({
        refusal: { code: 'REASONS_UNFINISHED', field },
      });
  });

  it('is not for who answers for the entry', () => {
    const mandates = [{ id: 'm', actorId: 'a', role: 'EDITOR' as const, fromOn: '2020-01-01', untilOn: null }];
    expect(decideReport({ ...coordinator, mandates }, open, ['b', 'a'], reasons)).toMatchObject({ refusal: { code: 'OWN_ENTRY' } });
    expect(decideReport({ ...coordinator, mandates }, open, ['b'], reasons).ok).toBe(true);
    for (const state of REPORT_STATES)
      expect(whyNotDecide({ ...coordinator, mandates }, { state, decisions: [] }, ['a'])).toBe('OWN_ENTRY');
  });

  it('is never done by the same person twice, whoever decided in whatever order', () => {
    const people = fc.constantFrom('c', 'd', 'e');
    fc.assert(
      fc.property(fc.constantFrom(...REPORT_STATES), fc.array(people, { maxLength: 3 }), people, (state, before, personId) => {
        const report = { state, decisions: before.map((each) => made(each)) };
        const { ok } = decideReport({ ...coordinator, personId }, report, [], reasons);
        return ok === (state !== 'DECIDED' && !before.includes(personId));
      }),
    );
  });
});

describe('an objection', () => {
  const decidedOn = '2026-11-28';
  const when = { decidedOn, today: decidedOn };
  const decided = { state: 'DECIDED' as const, decisions: [made('c')], appeals: [] as ReportAppeal[] };
  const codeOf = (report: Parameters<typeof whyNotAppeal>[0], side: (typeof APPEAL_SIDES)[number], today = decidedOn) =>
    whyNotAppeal(report, side, { decidedOn: report.decisions.length > 0 ? decidedOn : null, today });

  it('is open to both sides for six months, wants a reason, and is made once by each', () => {
    for (const side of APPEAL_SIDES) {
      expect(appealDecision(decided, side, when, ' Weil. ')).toEqual({ ok: true, value: 'Weil.' });
      expect(appealDecision(decided, side, when, ' ')).toMatchObject({ refusal: { code: 'TEXT_MISSING' } });
      const after = { ...decided, appeals: [{ side, text: 'Weil.', appealedAt: new Date(0) }] };
      expect(codeOf(after, side)).toBe('ALREADY_APPEALED');
      expect(codeOf(decided, side, appealUntil(decidedOn))).toBeNull();
      expect(codeOf(decided, side, addDays(appealUntil(decidedOn), 1))).toBe('APPEAL_TOO_LATE');
    }
    expect(APPEAL_DAYS).toBeGreaterThanOrEqual(184);
  });

  it('waits until something is decided and until the other is through, and the author objects only to what was done', () => {
    expect(codeOf({ ...decided, state: 'OPEN', decisions: [] }, 'REPORTER')).toBe('NOTHING_TO_APPEAL');
    const appeals = [{ side: 'AUTHOR' as const, text: 'Weil.', appealedAt: new Date(0) }];
    expect(codeOf({ ...decided, state: 'APPEALED', appeals }, 'REPORTER')).toBe('NOTHING_TO_APPEAL');
    expect(codeOf({ ...decided, decisions: [made('c'), made('d', true)], appeals }, 'REPORTER')).toBeNull();
    const kept = { ...decided, decisions: [made('c', false, 'NO_ACTION')] };
    expect([codeOf(kept, 'AUTHOR'), codeOf(kept, 'REPORTER')]).toEqual(['NOTHING_TO_APPEAL', null]);
  });

  it('is possible as long as the texts are kept', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (days) => {
        const today = addDays(decidedOn, days);
        const erased = decidedOn < keptSince(today).reportsDecided;
        return !(erased && codeOf(decided, 'REPORTER', today) === null);
      }),
    );
    expect(REPORT_KEPT_DAYS).toBeGreaterThan(APPEAL_DAYS);
  });
});

describe('mails', () => {
  const report = { ...wish, id: '019abc00-0000-7000-8000-0000004f2a91', subjectTitle: 'Hundert {{url}}' };
  const around = { region: 'Harkenrode', entryUrl: 'https://a.example/x', url: 'https://a.example/y' };

  it('state reasons, redress and who may be asked, to the author without the name of who reported', () => {
    for (const language of ['de', 'en'] as const) {
      for (const kind of REPORT_DECISIONS) {
        const about = { ...around, decision: { ...reasons, kind }, decidedOn: '2026-11-28', onAppeal: false, appealUntil: '2027-05-31' };
        const { text } = reportDecidedMail(report, 'AUTHOR', about, language);
        for (const said of ['Die Quelle nennt 31.', 'Angaben nennen ihre Quelle.', '2022/2065', around.url, '2027'])
          expect(text).toContain(said);
        expect(text).not.toContain('Kim');
        expect(text).not.toContain('Die Zahl stimmt nicht.');
        expect(reportDecidedMail(report, 'REPORTER', about, language).text).toContain('Kim');
      }
    }
  });

  it('confirm a report without repeating what was written: anybody may name any address', () => {
    const { subject, text } = reportReceivedMail({ ...report, explanation: 'Kaufen Sie' }, around, 'de');
    expect(subject).toContain('004F2A91');
    expect(text).not.toContain('Kaufen Sie');
    expect(text).toContain('„Hundert {{url}}“');
  });
});
