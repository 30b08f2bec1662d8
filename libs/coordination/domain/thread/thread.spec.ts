import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { addDays, newId, type Id } from '@knotenpunkt/kernel';
import fc from 'fast-check';
import { deskOrder, monthLater, urgencyOf, type Thread } from './thread';
import { addressOfSubject } from './thread-subject';
import {
  completeThread,
  correctThread,
  noteCorrection,
  openThread,
  planThread,
  postponeThread,
  reopenThread,
  threadActions,
  type ThreadWish,
} from './thread-acts';

const TODAY = '2026-11-27';
const [meryem, jonas, elsewhere, union, plant] = Array.from({ length: 5 }, () => newId()) as [Id, Id, Id, Id, Id];
const coordinator: Viewer = { ...VISITOR, personId: meryem, name: 'Koordination', coordinator: true };
const acting = (actorId: Id, role: 'EDITOR' | 'DELEGATE' | 'ADMINISTRATOR' = 'DELEGATE'): Viewer => ({
  ...VISITOR,
  personId: newId(),
  mandates: [{ id: newId(), actorId, role, fromOn: '2020-01-01', untilOn: null }],
});
const known = { actorIds: new Set([union, plant]), coordinatorIds: new Set([meryem, jonas]), subjectIds: new Set([plant]) };
const about = { regionId: newId(), known, today: TODAY };
const wish = (more: Partial<ThreadWish> = {}): ThreadWish => ({
  ...{ id: newId(), title: 'Wärme aus Nordkamp', subject: null, actorIds: [plant], nextStep: 'Messwerte anmahnen', stepActorId: plant },
  ...{ followUpOn: '2026-11-30', ownerId: meryem, deputyId: jonas, ...more },
});
const opened = (more: Partial<ThreadWish> = {}): Thread => {
  const thread = openThread(coordinator, wish(more), about);
  if (!thread.ok) throw new Error(thread.refusal.code);
  return thread.value;
};
const codeOf = (result: { ok: boolean; refusal?: { code: string; field?: string } }) => result.refusal?.code ?? 'ok';

describe('a thread', () => {
  it('is begun by the coordination, with what the region has', () => {
    expect(opened()).toMatchObject({ state: 'OPEN', openedOn: TODAY, version: 1, actorIds: [plant] });
    expect(codeOf(openThread(acting(plant, 'ADMINISTRATOR'), wish(), about))).toBe('NOT_PERMITTED');
    for (const [wrong, code] of [
      [{ title: ' ab ' }, 'TEXT_TOO_SHORT'],
      [{ title: 'x'.repeat(161) }, 'TEXT_TOO_LONG'],
      [{ nextStep: 'x'.repeat(301) }, 'TEXT_TOO_LONG'],
      [{ followUpOn: '2026-02-30' }, 'DAY_INVALID'],
      [{ actorIds: [newId()] }, 'ACTOR_UNKNOWN'],
      [{ stepActorId: newId() }, 'ACTOR_UNKNOWN'],
      [{ ownerId: elsewhere }, 'COORDINATOR_UNKNOWN'],
      [{ deputyId: elsewhere }, 'COORDINATOR_UNKNOWN'],
      [{ deputyId: meryem }, 'SAME_COORDINATOR'],
      [{ subject: { type: 'ALLIANCE', id: newId() } }, 'SUBJECT_UNKNOWN'],
      [{ actorIds: Array.from({ length: 13 }, () => newId()) }, 'TOO_MANY_ACTORS'],
    ] as [Partial<ThreadWish>, string][]) {
      expect([wrong, codeOf(openThread(coordinator, wish(wrong), about))]).toEqual([wrong, code]);
    }
  });

  it('keeps whom it names already, also when they have gone since', () => {
    const thread = opened();
    const gone = { known: { actorIds: new Set<Id>(), coordinatorIds: new Set<Id>() }, today: TODAY };
    expect(codeOf(planThread(coordinator, thread, wish({ nextStep: 'Nachfragen' }), gone))).toBe('ok');
    expect(codeOf(planThread(coordinator, thread, wish({ actorIds: [union] }), gone))).toBe('ACTOR_UNKNOWN');
  });

  it('comes back on a later day, and only then', () => {
    const thread = opened();
    expect(postponeThread(coordinator, thread, '2026-12-04', TODAY)).toMatchObject({
      value: { followUpOn: '2026-12-04', nextStep: thread.nextStep },
    });
    for (const day of [TODAY, '2026-11-01', '2026-13-01', '']) {
      expect(codeOf(postponeThread(coordinator, thread, day, TODAY))).toBe('DAY_INVALID');
    }
  });

  it('is done with a sentence, and everything is as it was when that is taken back', () => {
    const thread = opened();
    expect(codeOf(completeThread(coordinator, thread, '  ', TODAY))).toBe('TEXT_MISSING');
    const done = completeThread(coordinator, thread, 'Messwerte sind da.', TODAY);
    if (!done.ok) throw new Error();
    expect(done.value).toMatchObject({ state: 'DONE', doneOn: TODAY, closing: 'Messwerte sind da.' });
    expect(reopenThread(coordinator, done.value, TODAY)).toEqual({ ok: true, value: thread });
    expect(threadActions(coordinator, done.value)).toEqual(['reopenThread']);
    for (const again of [
      planThread(coordinator, done.value, wish(), about),
      postponeThread(coordinator, done.value, '2026-12-04', TODAY),
      completeThread(coordinator, done.value, 'Noch einmal.', TODAY),
      reopenThread(coordinator, thread, TODAY),
    ]) {
      expect(codeOf(again)).toBe('STATE_DIFFERS');
    }
  });

  it('can be corrected by those who decide for an organisation it names', () => {
    const thread = opened({ actorIds: [union], stepActorId: plant });
    const say = (viewer: Viewer, actorId: Id, text = 'Die Messwerte liegen seit Montag vor.') =>
      correctThread(viewer, thread, { actorId, text }, TODAY);
    expect(say(acting(plant), plant)).toMatchObject({ value: { writtenOn: TODAY, notedOn: null } });
    expect(codeOf(say(acting(union, 'ADMINISTRATOR'), union))).toBe('ok');
    expect(codeOf(say(acting(plant), plant, ' '))).toBe('TEXT_MISSING');
    expect(codeOf(say(acting(plant, 'EDITOR'), plant))).toBe('NOT_PERMITTED');
    expect(codeOf(say(acting(union), plant))).toBe('NOT_PERMITTED');
    expect(codeOf(say(coordinator, plant))).toBe('NOT_PERMITTED');
    const stranger = newId();
    expect(codeOf(say(acting(stranger), stranger))).toBe('NOT_PERMITTED');
    const correction = { threadId: thread.id, actorId: plant, text: 'x', writtenOn: TODAY, notedOn: null, version: 1 };
    expect(codeOf(noteCorrection(acting(plant), correction, TODAY))).toBe('NOT_PERMITTED');
    const noted = noteCorrection(coordinator, correction, TODAY);
    expect(noted).toMatchObject({ value: { notedOn: TODAY } });
    expect(codeOf(noteCorrection(coordinator, { ...correction, notedOn: TODAY }, TODAY))).toBe('STATE_DIFFERS');
  });
});

describe('the order of the desk', () => {
  const day = fc.integer({ min: -40, max: 40 }).map((days) => addDays(TODAY, days));
  const threads = fc.array(
    fc
      .record({ followUpOn: fc.option(day), attendedOn: day, nextStep: fc.constantFrom('', 'Anrufen') })
      .map((one) => ({ ...opened(), ...one })),
    { maxLength: 12 },
  );

  it('puts what is due before all else, the oldest first, and then what nobody has planned', () => {
    fc.assert(
      fc.property(threads, (given) => {
        const sorted = [...given].sort(deskOrder(TODAY));
        const urgencies = sorted.map((thread) => urgencyOf(thread, TODAY));
        expect(urgencies).toEqual([...urgencies].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
        const due = sorted.filter((thread) => urgencyOf(thread, TODAY) === 'DUE').map(({ followUpOn }) => followUpOn!);
        expect(due).toEqual([...due].sort());
        expect(due.every((on) => on <= TODAY)).toBe(true);
        const unplanned = sorted.filter((thread) => urgencyOf(thread, TODAY) === 'UNPLANNED').map(({ attendedOn }) => attendedOn);
        expect(unplanned).toEqual([...unplanned].sort());
      }),
    );
  });

  it('does not depend on how the threads came', () => {
    fc.assert(
      fc.property(threads, (given) => {
        const sort = (list: Thread[]) => [...list].sort(deskOrder(TODAY)).map(({ id }) => id);
        expect(sort([...given].reverse())).toEqual(sort(given));
      }),
    );
  });

  const order = ['DUE', 'UNPLANNED', 'PLANNED', 'WITHOUT_DAY'];
});

it('finds the day a month later, also where that month is shorter', () => {
  expect(monthLater('2026-11-27')).toBe('2026-12-27');
  expect(monthLater('2026-12-31')).toBe('2027-01-31');
  expect(monthLater('2027-01-31')).toBe('2027-02-28');
  expect(monthLater('2028-01-30')).toBe('2028-02-29');
});

describe('what a thread is about', () => {
  const stands = { state: 'OPEN', title: '', reached: null, wanted: null, overdue: 0, purpose: null, askedOn: null };

  it('has an address where it has a page', () => {
    const id = newId();
    expect(addressOfSubject({ ...stands, type: 'ALLIANCE', id, slug: 'gussform-3d' })).toBe('/allianzen/gussform-3d');
    expect(addressOfSubject({ ...stands, type: 'INTRODUCTION', id, slug: null })).toBe(`/vorstellungen/${id}`);
    expect(addressOfSubject({ ...stands, type: 'CONTACT_REQUEST', id, slug: null, askedOn: TODAY })).toBe(
      `/koordination?kontakte=${TODAY}..${TODAY}`,
    );
    expect(addressOfSubject({ ...stands, type: 'OUTSIDE_PROMISE', id, slug: 'fruehbus', purpose: 'INITIATIVE' })).toBe(
      '/vorhaben/fruehbus',
    );
    expect(addressOfSubject({ ...stands, type: 'CHALLENGE', id, slug: null })).toBeNull();
  });
});
