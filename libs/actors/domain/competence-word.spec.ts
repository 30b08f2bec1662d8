import fc from 'fast-check';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { newId } from '@knotenpunkt/kernel';
import { loadCompetences, type CompetenceCatalogue } from '@knotenpunkt/themes/domain';
import { decideOnWord, proposeWord, withTermFor, WORD_LIMITS, type CompetenceWord, type WordDecision } from './competence-word';
import { regionCompetences, standingCompetences, type StandingWord } from './region-competences';

const actor = { id: newId(), regionId: newId(), archived: false };
const today = '2026-11-28';
const editor: Viewer = {
  ...VISITOR,
  personId: newId(),
  mandates: [{ id: newId(), actorId: actor.id, role: 'EDITOR', fromOn: '2020-01-01', untilOn: null }],
};
const coordinator: Viewer = { ...VISITOR, personId: newId(), coordinator: true };
const there = { known: null, present: null, open: 0, today };

function proposed(word = 'Gerontotechnik'): CompetenceWord {
  const result = proposeWord(editor, actor, { id: newId(), word }, there);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

describe('a word that is proposed', () => {
  const code = (word: string, about: Partial<typeof there> | { present: CompetenceWord } | { known: string } = {}, viewer = editor) => {
    const result = proposeWord(viewer, actor, { id: newId(), word }, { ...there, ...about });
    return result.ok ? null : result.refusal.code;
  };

  it('stands for itself from the beginning', () => {
    expect(proposed('  Technik \n für   Ältere ')).toMatchObject({
      written: 'Technik für Ältere',
      term: 'Technik für Ältere',
      state: 'PROPOSED',
    });
  });

  it('is refused where it is none, is known, was refused, or too many wait', () => {
    expect(code('12 – 34')).toBe('WORD_WITHOUT_LETTERS');
    expect(code(' ')).toBe('TEXT_MISSING');
    expect(code('x'.repeat(WORD_LIMITS.word + 1))).toBe('TEXT_TOO_LONG');
    expect(code('Schweissen', { known: 'Schweißen' })).toBe('WORD_KNOWN');
    expect(code('Zauberei', { present: { ...proposed('Zauberei'), state: 'REFUSED', term: null, reason: 'Kein Können.' } })).toBe(
      'WORD_REFUSED',
    );
    expect([code('Neu', { open: WORD_LIMITS.open - 1 }), code('Neu', { open: WORD_LIMITS.open })]).toEqual([null, 'TOO_MANY_WORDS']);
    expect(code('Neu', {}, coordinator)).toBe('NOT_PERMITTED');
  });

  it('is the one that is there, whoever proposed it', () => {
    const present = proposed();
    expect(proposeWord(editor, actor, { id: newId(), word: 'gerontotechnik' }, { ...there, present })).toEqual({
      ok: true,
      value: present,
    });
  });
});

describe('a word that is decided on', () => {
  const decide = (decision: WordDecision, word = proposed(), viewer = coordinator) => {
    const result = decideOnWord(viewer, word, decision, today);
    return result.ok ? result.value : result.refusal.code;
  };

  it('becomes a term, another word for one, or nothing, with a reason', () => {
    expect(decide({ kind: 'TAKE_IN', term: ' Gerontotechnologie ', known: null })).toMatchObject({
      state: 'TERM',
      term: 'Gerontotechnologie',
    });
    expect(decide({ kind: 'EQUATE', term: 'pflege', isTerm: true })).toMatchObject({ state: 'EQUATED', term: 'pflege' });
    expect(decide({ kind: 'REFUSE', reason: 'Zu eng.' })).toMatchObject({
      state: 'REFUSED',
      term: null,
      reason: 'Zu eng.',
      decidedOn: today,
    });
  });

  it('stays as it is where that does not hold', () => {
    expect(decide({ kind: 'REFUSE', reason: ' ' })).toBe('TEXT_MISSING');
    expect(decide({ kind: 'EQUATE', term: 'gibt-es-nicht', isTerm: false })).toBe('TERM_UNKNOWN');
    expect(decide({ kind: 'TAKE_IN', term: 'Pflege', known: 'Pflege' })).toBe('WORD_KNOWN');
    expect(decide({ kind: 'REFUSE', reason: 'Nein.' }, proposed(), editor)).toBe('NOT_PERMITTED');
    const taken = decide({ kind: 'TAKE_IN', term: 'Gerontotechnik', known: null }) as CompetenceWord;
    expect(decide({ kind: 'REFUSE', reason: 'Nein.' }, taken)).toBe('WORD_DECIDED');
    const refused = decide({ kind: 'REFUSE', reason: 'Nein.' }) as CompetenceWord;
    expect(decide({ kind: 'TAKE_IN', term: 'Gerontotechnik', known: null }, refused)).toMatchObject({ state: 'TERM', reason: '' });
  });

  it('leaves the other competences of a Steckbrief as they are, each once', () => {
    const ids = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'wort'), { maxLength: 5 });
    fc.assert(
      fc.property(ids, fc.constantFrom('a', 'neu', null), (competences, term) => {
        const moved = withTermFor(competences, 'wort', term);
        expect(moved).not.toContain('wort');
        expect(new Set(moved).size).toBe(moved.length);
        expect(moved.filter((id) => id !== term)).toEqual(competences.filter((id) => id !== 'wort' && id !== term));
        expect(moved.includes(term ?? 'nichts')).toBe(term !== null && (competences.includes('wort') || competences.includes(term)));
      }),
    );
  });
});

describe('the vocabulary as a region speaks it', () => {
  let vocabulary: CompetenceCatalogue;
  let first: string;
  const words: StandingWord[] = [];

  beforeAll(async () => {
    vocabulary = await loadCompetences();
    first = vocabulary.all[0]!.id;
    words.push(
      { written: 'Gerontotechnik', state: 'PROPOSED', term: 'Gerontotechnik' },
      { written: 'lastenradbau', state: 'TERM', term: 'Lastenradbau' },
      { written: 'Hokuspokus', state: 'EQUATED', term: first },
      { written: 'Zauberei', state: 'REFUSED', term: null },
    );
  });

  it('has its own words, finds equated ones under their term, and not what was refused', () => {
    const here = regionCompetences(vocabulary, words);
    expect([here.has('Gerontotechnik'), here.has('Lastenradbau'), here.has('Hokuspokus'), here.has('Zauberei')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(here.search('hokus').map(({ competence, matched }) => [competence.id, matched])).toEqual([[first, 'Hokuspokus']]);
    expect(here.named('LASTENRAD-bau')).toBeNull();
    expect(here.named('Lastenradbau')?.id).toBe('Lastenradbau');
    expect(here.namesOf(first)).toContain('Hokuspokus');
    expect(here.label('Gerontotechnik', 'en')).toBe('Gerontotechnik');
    expect(vocabulary.has('Gerontotechnik')).toBe(false);
  });

  it('reads in a Steckbrief what stands for each word now', () => {
    expect(standingCompetences(['Gerontotechnik', 'lastenradbau', 'Hokuspokus', first, 'Zauberei'], words)).toEqual([
      'Gerontotechnik',
      'Lastenradbau',
      first,
      'Zauberei',
    ]);
  });
});
