import { resolve } from 'node:path';
import { filesOf, textOf } from './tree';

const root = resolve();
const files = filesOf(root).filter((file) => !file.startsWith('libs/workshop/'));
const german = files.filter((file) => file.endsWith('messages.de.json'));

type Tree = { [key: string]: string | Tree };

/** Every text of a catalogue by its full key. */
function textsOf(file: string): Map<string, string> {
  const texts = new Map<string, string>();
  const walk = (tree: Tree, path: string) => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === 'string') texts.set(path + key, value);
      else walk(value, `${path}${key}.`);
    }
  };
  walk(JSON.parse(textOf(root, file)) as Tree, '');
  return texts;
}

/** What the code fills in: `{{name}}` and the numbered or named tags of a sentence with links. */
const placeholders = (text: string) =>
  [...new Set(text.match(/\{\{\s*[\w.]+|<\/?\w+\s*\/?>/g) ?? [])].map((found) => found.replace(/\s/g, '')).toSorted();

/** Keys of German texts that may differ from the English ones: both languages have the plural forms one and other. */
const keysOf = (texts: Map<string, string>) => [...texts.keys()].toSorted();

describe('catalogues', () => {
  it('come in both languages', () => {
    const english = files.filter((file) => file.endsWith('messages.en.json'));
    expect(english).toEqual(german.map((file) => file.replace('.de.json', '.en.json')));
  });

  it.each(german)('%s says the same things in both languages', (file) => {
    const de = textsOf(file);
    const en = textsOf(file.replace('.de.json', '.en.json'));
    expect(keysOf(en)).toEqual(keysOf(de));
    // A singular may leave the number out ("eine Zusage"); everything else fills in the same.
    const wrong = keysOf(de).filter(
      (key) => !key.endsWith('_one') && String(placeholders(de.get(key)!)) !== String(placeholders(en.get(key)!)),
    );
    expect(wrong).toEqual([]);
    expect(keysOf(de).filter((key) => !de.get(key)!.trim() || !en.get(key)!.trim())).toEqual([]);
  });

  it.each(german)('%s has both plural forms', (file) => {
    const keys = textsOf(file);
    const alone = [...keys.keys()].filter(
      (key) =>
        (key.endsWith('_one') && !keys.has(key.replace(/_one$/, '_other'))) ||
        (key.endsWith('_other') && !keys.has(key.replace(/_other$/, '_one'))),
    );
    expect(alone).toEqual([]);
  });

  it.each(german)('%s speaks plainly', (file) => {
    const slogans =
      /leuchtt(ü|u)rm|strahlkraft|zukunftsfest|zukunftsweisend|vorreiter|schulterschluss|innovationsmotor|synergie|ganzheitlich|wegweisend|aufbruchstimmung|lighthouse|cutting.edge|world.class|game.?changer|synerg/i;
    for (const language of [file, file.replace('.de.json', '.en.json')])
      expect([...textsOf(language)].filter(([, text]) => slogans.test(text))).toEqual([]);
  });

  it.each(german)('%s says Vorhaben, never Initiative', (file) => {
    expect([...textsOf(file)].filter(([, text]) => /initiative/i.test(text) && !text.includes('to:do'))).toEqual([]);
  });
});

describe('refusals', () => {
  const kit = 'libs/webkit/i18n/messages.de.json';
  const toldBy = (file: string) =>
    files.includes(file)
      ? [...textsOf(file).keys()].filter((key) => key.startsWith('refusals.')).map((key) => key.slice('refusals.'.length))
      : [];
  // A stale version is told by a notice with a way out, `stale.*` of the kit, instead of a sentence.
  const toldByKit = [...toldBy(kit), ...(textsOf(kit).has('stale.text') ? ['STALE_VERSION'] : [])];
  /** Codes are written where they are refused: `refuse('CODE'`, `refuse(late ? 'A' : 'B'`. */
  const codesIn = (file: string) =>
    [...textOf(root, file).matchAll(/\brefuse(?:<[^>]*>)?\(([^,)]*)/g)].flatMap(
      ([, argument]) => argument!.match(/(?<=['"])[A-Z][A-Z0-9_]+(?=['"])/g) ?? [],
    );
  const refusing = files.filter(
    (file) =>
      /^libs\/([^/]+\/(domain|api)|kernel|platform\/[^/]+)\/.*\.ts$/.test(file) && !/spec\.ts$/.test(file) && codesIn(file).length > 0,
  );

  it('that any room may give are told by the kit', () => {
    expect(toldByKit).toEqual(expect.arrayContaining(['TEXT_MISSING', 'TEXT_TOO_LONG', 'LINK_INVALID', 'NOT_PERMITTED', 'STALE_VERSION']));
  });

  it.each(refusing)('%s refuses with codes that have a sentence', (file) => {
    const told = [...toldBy(`libs/${file.split('/')[1]}/domain/messages.de.json`), ...toldByKit];
    expect(codesIn(file).filter((code) => !told.includes(code))).toEqual([]);
  });
});
