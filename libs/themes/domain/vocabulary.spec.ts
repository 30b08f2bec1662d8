import de from './messages.de.json' with { type: 'json' };
import en from './messages.en.json' with { type: 'json' };
import { ACTOR_KINDS, byKindOrder, isActorKind, THEME_KINDS, themeLabel, themeOf, THEMES } from './index';

const catalogues = { de, en };

describe('kinds of actor', () => {
  it('are twelve, each with a name for one and several, in the legend and at the table', () => {
    expect(ACTOR_KINDS).toHaveLength(12);
    for (const [language, messages] of Object.entries(catalogues)) {
      const kinds: Record<string, string> = messages.kinds;
      const expected = ACTOR_KINDS.flatMap((kind) => [`${kind}_one`, `${kind}_other`]);
      expect([language, Object.keys(kinds)]).toEqual([language, expected]);
      expect(Object.keys(messages.legend)).toEqual([...ACTOR_KINDS]);
      expect(Object.keys(messages.benches)).toEqual([...ACTOR_KINDS]);
    }
  });

  it('are recognised and ordered as listed', () => {
    expect(isActorKind('BODY')).toBe(true);
    expect(isActorKind('body')).toBe(false);
    expect([...ACTOR_KINDS].reverse().sort(byKindOrder)).toEqual([...ACTOR_KINDS]);
  });
});

describe('themes', () => {
  it('begin with the four drivers and have unique ids and names', () => {
    expect(THEMES.slice(0, 4).map((theme) => theme.kind)).toEqual(['DRIVER', 'DRIVER', 'DRIVER', 'DRIVER']);
    expect(THEMES.filter((theme) => theme.kind === 'DRIVER')).toHaveLength(4);
    for (const key of ['id', 'de', 'en'] as const) {
      expect(new Set(THEMES.map((theme) => theme[key])).size).toBe(THEMES.length);
    }
  });

  it('are named in the language asked for; unknown ones by their id', () => {
    expect(themeLabel('pflege', 'de')).toBe('Pflege und Gesundheit');
    expect(themeLabel('pflege', 'en')).toBe('Care and health');
    expect(themeLabel('frueher', 'de')).toBe('frueher');
    expect(themeOf('frueher')).toBeNull();
  });

  it('have kinds with names', () => {
    for (const kind of THEME_KINDS) {
      expect(de.themeKinds[`${kind}_one`]).toBeTruthy();
      expect(en.themeKinds[`${kind}_other`]).toBeTruthy();
    }
  });
});
