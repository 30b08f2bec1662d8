import { VISITOR, type MandateRole, type Viewer } from '@knotenpunkt/identity/domain';
import { rectify, takeNote } from './rectification';

const today = '2026-11-27';
const acting = (role: MandateRole): Viewer => ({
  ...VISITOR,
  personId: 'person',
  mandates: [{ id: 'mandate', actorId: 'us', role, fromOn: '2020-01-01', untilOn: null }],
});
const coordinator: Viewer = { ...VISITOR, personId: 'coordinator', coordinator: true };
const wish = { actorId: 'us', text: ' Wir haben abgesagt. ' };

describe('rectify', () => {
  it('is for those who promise for the organisation; the text stands trimmed, unseen, with day and person', () => {
    expect(rectify(acting('DELEGATE'), wish, true, today)).toEqual({
      ok: true,
      value: { text: 'Wir haben abgesagt.', saidOn: today, personId: 'person', seenOn: null },
    });
    for (const viewer of [acting('EDITOR'), coordinator, VISITOR])
      expect(rectify(viewer, wish, true, today)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
  });

  it('wants a text, and an entry that names the organisation', () => {
    expect(rectify(acting('DELEGATE'), { ...wish, text: ' ' }, true, today)).toMatchObject({ refusal: { code: 'TEXT_MISSING' } });
    expect(rectify(acting('DELEGATE'), wish, false, today)).toMatchObject({ refusal: { code: 'NOT_NAMED' } });
  });
});

describe('takeNote', () => {
  it('is for the coordination, once', () => {
    expect(takeNote(coordinator, { seenOn: null }, today)).toEqual({ ok: true, value: today });
    expect(takeNote(coordinator, { seenOn: today }, today)).toMatchObject({ refusal: { code: 'ALREADY_SEEN' } });
    expect(takeNote(acting('ADMINISTRATOR'), { seenOn: null }, today)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
  });
});
