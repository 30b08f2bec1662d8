import fc from 'fast-check';
import { VISITOR, type MandateRole, type Viewer } from '@knotenpunkt/identity/domain';
import { newId } from '@knotenpunkt/kernel';
import {
  actorActions,
  canSeeLogo,
  changeLogo,
  changeProposable,
  checkEntry,
  completenessOf,
  confirmEntry,
  declareTie,
  logoAddress,
  newContact,
  profileRefusals,
  readLogoFile,
  seesProposable,
  searchTextOf,
  searchWordsOf,
  sortNameOf,
  updateProfile,
  visibleContacts,
  visibleEntries,
  ENTRY_LIMITS,
  reopenEntry,
  withdrawEntry,
  type Actor,
  type DeclaredTie,
  type Entry,
  type Profile,
} from './index';

const known = { has: (id: string) => id === 'mediation' };
const words = {
  competences: known,
  sectors: { has: (code: string) => code === '49.4' },
  occupations: { has: (code: string) => code === '5212' },
};
const today = '2026-11-25';
const named = { employer: null, isEmployer: false };
const actorId = newId();
const otherId = newId();

function acting(role: MandateRole, forActor = actorId): Viewer {
  return { ...VISITOR, personId: newId(), mandates: [{ id: newId(), actorId: forActor, role, fromOn: '2020-01-01', untilOn: null }] };
}

const profile: Profile = {
  name: ' Spedition Hellwald ',
  shortName: '',
  summary: 'Stückgut, Lager, 90 Lkw.',
  description: '',
  themes: ['demografie', 'demografie'],
  competences: ['mediation'],
  sector: '49.4',
  occupations: ['5212', '5212'],
  street: '',
  postalCode: '',
  city: 'Ostwalden',
  district: '',
  website: 'hellwald.example',
  size: 'MEDIUM',
  employerId: null,
  lon: 8.1,
  lat: 51.5,
  contacts: [],
};
const actor: Actor = {
  ...profile,
  id: actorId,
  regionId: newId(),
  slug: 'spedition-hellwald',
  kind: 'COMPANY',
  parentId: null,
  collective: false,
  provenance: 'PUBLIC_SOURCES',
  sourceNote: 'press',
  confirmedOn: null,
  logoHash: null,
  proposable: true,
  archived: false,
  version: 3,
};
const entry: Entry = {
  id: newId(),
  actorId,
  regionId: actor.regionId,
  direction: 'NEED',
  title: 'Frühbus',
  text: '',
  themes: [],
  competences: [],
  fromOn: null,
  untilOn: null,
  audience: 'PUBLIC',
  state: 'OPEN',
  confirmedOn: null,
  sourceNote: null,
  version: 1,
};

describe('being proposed to others', () => {
  const coordinator: Viewer = { ...VISITOR, personId: newId(), coordinator: true };
  it('is decided by the administrators of the organisation alone', () => {
    expect(changeProposable(acting('ADMINISTRATOR'), actor, false)).toEqual({ ok: true, value: false });
    for (const viewer of [VISITOR, acting('DELEGATE'), acting('ADMINISTRATOR', otherId), coordinator])
      expect(changeProposable(viewer, actor, false)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
    expect(changeProposable(acting('ADMINISTRATOR'), { ...actor, archived: true }, false).ok).toBe(false);
    expect(actorActions(acting('DELEGATE'), actor)).not.toContain('stopProposingActor');
    expect(actorActions(acting('ADMINISTRATOR'), actor)).toContain('stopProposingActor');
  });

  it('is known to its own people and the coordination', () => {
    const viewers = [VISITOR, acting('ADMINISTRATOR', otherId), acting('EDITOR'), coordinator];
    expect(viewers.map((viewer) => seesProposable(viewer, actor))).toEqual([false, false, true, true]);
  });
});

describe('a logo', () => {
  const hash = 'a'.repeat(64);

  it('is decided by those who keep the Steckbrief, and seen by all until the organisation is archived', () => {
    const coordinator = { ...VISITOR, coordinator: true };
    const archived = { ...actor, archived: true };
    expect(changeLogo(acting('EDITOR'), actor, hash)).toEqual({ ok: true, value: hash });
    for (const viewer of [VISITOR, acting('ADMINISTRATOR', otherId), coordinator]) {
      expect(changeLogo(viewer, actor, null)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
      expect(canSeeLogo(viewer, actor)).toBe(true);
    }
    expect(changeLogo(acting('EDITOR'), archived, null).ok).toBe(false);
    const seeing = [VISITOR, acting('ADMINISTRATOR', otherId), acting('EDITOR'), coordinator].map((viewer) => canSeeLogo(viewer, archived));
    expect(seeing).toEqual([false, false, true, true]);
  });

  it('has an address that is read back as it was written, and no other', () => {
    for (const size of ['large', 'small'] as const) {
      const file = logoAddress(actorId, hash, size).split('/').at(-1)!;
      expect(readLogoFile(file)).toEqual({ hash, small: size === 'small' });
      for (const other of [`${file}x`, file.slice(1), file.toUpperCase(), `../${file}`, `${file}\n`])
        expect(readLogoFile(other)).toBeNull();
    }
  });
});

describe('a profile', () => {
  it('is changed by those with a mandate, editors among them, and is confirmed by that', () => {
    const done = updateProfile(acting('EDITOR'), actor, profile, { known: words, today, named });
    expect(done).toMatchObject({ ok: true, value: { confirmedOn: today, provenance: 'ENTERED' } });
    if (done.ok)
      expect(done.value.profile).toMatchObject({
        name: 'Spedition Hellwald',
        themes: ['demografie'],
        website: 'https://hellwald.example/',
      });
    for (const viewer of [VISITOR, acting('ADMINISTRATOR', otherId), { ...acting('EDITOR', otherId), coordinator: true }])
      expect(updateProfile(viewer, actor, profile, { known: words, today, named })).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
    expect(updateProfile(acting('EDITOR'), { ...actor, archived: true }, profile, { known: words, today, named }).ok).toBe(false);
  });

  it('names everything that is wrong, each with its field', () => {
    const wrong = { ...profile, name: '', website: 'no', themes: ['nie'], contacts: [{ ...newContact(newId()), name: 'A', email: 'a@' }] };
    expect(profileRefusals(wrong, words).map(({ code, field }) => [code, field])).toEqual([
      ['TEXT_MISSING', 'name'],
      ['LINK_INVALID', 'website'],
      ['THEME_UNKNOWN', 'themes'],
      ['MAIL_INVALID', 'contacts.0.email'],
    ]);
  });

  it('lets editors keep it and delegates declare ties', () => {
    expect(actorActions(acting('EDITOR'), actor)).not.toContain('declareTie');
    expect(actorActions(acting('DELEGATE'), actor)).toContain('declareTie');
    expect(actorActions(VISITOR, actor)).toEqual([]);
  });

  it('counts what is missing and says first what helps most', () => {
    const empty = completenessOf(
      { ...actor, summary: '', themes: [], competences: [], sector: null, occupations: [], lon: null, website: '' },
      { directions: [], contacts: 0 },
      today,
    );
    expect(empty).toMatchObject({ percent: 0, missing: expect.arrayContaining(['NEED']) });
    expect(empty.missing[0]).toBe('NEED');
    const full = completenessOf({ ...actor, description: 'x', confirmedOn: today }, { directions: ['OFFER', 'NEED'], contacts: 1 }, today);
    expect(full).toEqual({ percent: 100, missing: [] });
  });
});

describe('contacts and entries', () => {
  it('are hidden from everybody else unless said otherwise', () => {
    const all = (['HIDDEN', 'MEMBERS', 'PUBLIC'] as const).map((visibility) => ({ visibility }));
    expect(newContact(newId()).visibility).toBe('HIDDEN');
    expect(visibleContacts(VISITOR, actorId, all)).toHaveLength(1);
    expect(visibleContacts(acting('EDITOR', otherId), actorId, all)).toHaveLength(2);
    expect(visibleContacts({ ...VISITOR, personId: 'x', coordinator: true }, actorId, all)).toHaveLength(2);
    expect(visibleContacts(acting('EDITOR'), actorId, all)).toHaveLength(3);
  });

  it('are shown while they hold; past ones to their own people only', () => {
    const entries = [
      entry,
      { ...entry, untilOn: '2026-11-24' },
      { ...entry, audience: 'MEMBERS' as const },
      { ...entry, state: 'WITHDRAWN' as const },
    ];
    expect(visibleEntries(VISITOR, actorId, entries, today)).toHaveLength(1);
    expect(visibleEntries(acting('EDITOR', otherId), actorId, entries, today)).toHaveLength(2);
    expect(visibleEntries(acting('EDITOR'), actorId, entries, today)).toHaveLength(3);
  });

  it('refuse a period that runs backwards, lies behind, or is no day', () => {
    const code = (change: Partial<Entry>) => {
      const result = checkEntry({ ...entry, ...change }, { known, today });
      return result.ok ? null : result.refusal.code;
    };
    expect(code({ fromOn: '2027-02-01', untilOn: '2027-01-01' })).toBe('DATE_ORDER');
    expect(code({ untilOn: '2026-11-24' })).toBe('DATE_PAST');
    expect(code({ untilOn: '2027-02-30' })).toBe('DATE_INVALID');
    expect(code({ audience: 'COORDINATORS' })).toBe('AUDIENCE_UNKNOWN');
    expect(code({ untilOn: today })).toBeNull();
  });

  it('are confirmed and taken back by their own people, once', () => {
    expect(confirmEntry(acting('EDITOR'), entry, today)).toEqual({ ok: true, value: today });
    expect(confirmEntry(acting('EDITOR', otherId), entry, today).ok).toBe(false);
    expect(withdrawEntry(acting('EDITOR'), { ...entry, state: 'WITHDRAWN' })).toMatchObject({ refusal: { code: 'ENTRY_WITHDRAWN' } });
  });

  it('are opened again by their own people, without a last day that is past, as long as there are not too many', () => {
    const gone: Entry = { ...entry, state: 'WITHDRAWN', untilOn: '2026-11-01' };
    const about = { today, open: 3 };
    const again = { ok: true, value: { state: 'OPEN', untilOn: null, confirmedOn: today } };
    expect(reopenEntry(acting('EDITOR'), gone, about)).toEqual(again);
    expect(reopenEntry(acting('EDITOR'), { ...gone, state: 'OPEN' }, { ...about, open: ENTRY_LIMITS.open })).toEqual(again);
    expect(reopenEntry(acting('EDITOR'), gone, { ...about, open: ENTRY_LIMITS.open })).toMatchObject({
      refusal: { code: 'TOO_MANY_ENTRIES' },
    });
    expect(reopenEntry(acting('EDITOR'), { ...gone, state: 'OPEN', untilOn: today }, about)).toMatchObject({
      refusal: { code: 'ENTRY_OPEN' },
    });
    expect(reopenEntry(acting('EDITOR', otherId), gone, about)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
  });
});

describe('a declared tie', () => {
  const wish = { id: newId(), fromId: actorId, toId: otherId, label: 'Schichtpläne', sinceOn: '2026-01-01' };
  const theirs: DeclaredTie = { ...wish, id: newId(), fromId: otherId, toId: actorId, confirmed: false, sourceNote: null };

  it('is stated by one side, and confirmed by saying it back', () => {
    expect(declareTie(acting('DELEGATE'), wish, [], today)).toMatchObject({ value: { kind: 'declared', tie: { confirmed: false } } });
    expect(declareTie(acting('DELEGATE'), wish, [theirs], today)).toMatchObject({
      value: { kind: 'confirmed', tie: { id: theirs.id, confirmed: true } },
    });
  });

  it('from a table is made their own by whoever of the two says it first, and confirmed by nobody before', () => {
    const listed = { ...theirs, sourceNote: 'Liste der Kammer' };
    const adopted = declareTie(acting('DELEGATE'), wish, [listed], today);
    expect(adopted).toEqual({
      ok: true,
      value: { kind: 'adopted', tie: { ...wish, id: listed.id, label: 'Schichtpläne', confirmed: false, sourceNote: null } },
    });
    expect(declareTie(acting('DELEGATE'), wish, [{ ...listed, fromId: actorId, toId: otherId }], today)).toEqual(adopted);
  });

  it('is refused twice, to oneself, from tomorrow, and without a mandate', () => {
    const code = (viewer: Viewer, change: Partial<typeof wish>, between: DeclaredTie[] = []) => {
      const result = declareTie(viewer, { ...wish, ...change }, between, today);
      return result.ok ? null : result.refusal.code;
    };
    expect(code(acting('DELEGATE'), {}, [{ ...theirs, confirmed: true }])).toBe('TIE_EXISTS');
    expect(code(acting('DELEGATE'), {}, [{ ...wish, confirmed: false, sourceNote: null }])).toBe('TIE_EXISTS');
    expect(code(acting('DELEGATE'), { toId: actorId })).toBe('TIE_TO_ITSELF');
    expect(code(acting('DELEGATE'), { sinceOn: '2026-11-26' })).toBe('DATE_FUTURE');
    expect(code(acting('EDITOR'), {})).toBe('NOT_PERMITTED');
  });
});

describe('search', () => {
  it('does not mind the spelling of umlauts', () => {
    for (const spelling of ['Führerschein', 'FUEHRERSCHEIN', 'fuhrerschein']) expect(searchTextOf(spelling)).toBe(' fuhrerschein');
    expect(sortNameOf('Die „Werkstatt“')).toBe('„Werkstatt“');
    expect(sortNameOf('„Dies und das“')).toBe('Dies und das“');
  });

  it('finds every word of a text again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const found = searchTextOf(text.slice(0, 200));
        for (const word of searchWordsOf(text)) expect(found).toContain(word);
      }),
    );
  });
});
