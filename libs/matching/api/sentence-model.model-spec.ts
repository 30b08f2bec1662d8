import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { innerProduct, MeaningSpace } from '@knotenpunkt/matching/domain';
import { readAnchors, readWindows } from './read-windows';
import { findModels, loadSentenceModel, type SentenceModel } from './sentence-model';

const models = findModels(process.env['MODELS_FOLDER'] || null)!;
const text = (title: string) => ({ title, text: '' });

describe('the sentence model', () => {
  let model: SentenceModel;
  beforeAll(async () => void (model = await loadSentenceModel(models)));
  afterAll(() => model.close());

  it('has a name that tells its weights, and gives vectors of length 1', async () => {
    expect(model.name).toMatch(/^multilingual-e5-small@[0-9a-f]{12}$/);
    const [[vector]] = (await readWindows(model, [text('Ein Saal für 120 Leute')])) as [[Float32Array]];
    expect(vector).toHaveLength(384);
    expect(innerProduct(vector, vector)).toBeCloseTo(1, 4);
  });

  it('sees that a text means the same in other words and in English', async () => {
    const [asked, german, english, other] = (await readWindows(model, [
      text('Wer passt auf die Kleinen auf, wenn wir arbeiten?'),
      text('Kinderbetreuung in Randzeiten'),
      text('Childcare before and after office hours'),
      text('Unternehmerreise auf den Balkan mit Zollberatung'),
    ])) as [[Float32Array], [Float32Array], [Float32Array], [Float32Array]];
    for (const near of [german, english]) expect(innerProduct(asked[0], near[0])).toBeGreaterThan(innerProduct(asked[0], other[0]));
  });

  it('gives a text the same vector, whatever is read beside it', async () => {
    const [alone] = await readWindows(model, [text('Saal')]);
    const beside = await readWindows(model, ['Saal', 'Ein Bus, der morgens um vier ins Gewerbegebiet fährt', 'Hort'].map(text));
    expect(innerProduct(alone![0]!, beside[0]![0]!)).toBeGreaterThan(0.9999);
  });

  it('reads a long text in windows, so that its last sentence is found', async () => {
    const long = `${'Wir sind ein Verein mit langer Geschichte und vielen Festen. '.repeat(60)}Außerdem verleihen wir einen Kleinbus mit Rampe für Rollstühle.`;
    const vocabulary = ['Fahrdienst', 'Verein', 'Saal', 'Beratung'].map((de) => ({ id: de, de, en: '', altDe: [], altEn: [] }));
    const space = new MeaningSpace(await readAnchors(model, vocabulary));
    const [windows, asked] = await readWindows(model, [
      { title: '', text: long },
      text('Wir brauchen ein Fahrzeug für Menschen im Rollstuhl'),
    ]);
    expect(windows!.length).toBeGreaterThan(3);
    const likest = windows!.map((window) => innerProduct(window, asked![0]!));
    expect(likest.indexOf(Math.max(...likest))).toBe(windows!.length - 1);
    expect(space.meaningOf(windows!).places).toHaveLength(windows!.length);
  });

  it('lets `npm run evaluate` answer a need with an offer that shares no word with it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'knotenpunkt-meaning-'));
    try {
      const offer = (id: string, title: string) => ({ id, actor: 'a', title, text: title, themes: [] });
      const offers = [
        'Kinderbetreuung in Randzeiten',
        'Unternehmerreise Westbalkan',
        'Gebärdensprache',
        'Wärmepumpe',
        'Lasercutter',
        'Radiosendung',
        'Hygiene',
      ];
      const need = {
        id: 'n',
        actor: 'b',
        title: 'Wer passt auf die Kleinen auf?',
        text: 'Kein Hort hat morgens um fünf geöffnet, Mütter kündigen.',
        themes: [],
      };
      writeFileSync(
        join(folder, 'needs.json'),
        JSON.stringify({ actors: [], offers: offers.map((title, at) => offer(`o${at}`, title)), needs: [need] }),
      );
      const loader = resolve('libs/matching/domain/bench/typescript-loader.mjs');
      const command = resolve('libs/matching/api/bench/evaluate.ts');
      const given = ['--needs', join(folder, 'needs.json'), '--out', join(folder, 'out.json')];
      const env = { ...process.env, MODELS_FOLDER: models };
      const { status, stderr } = spawnSync(process.execPath, ['--import', loader, command, ...given], { encoding: 'utf8', env });
      expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
      expect((JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')) as { n: string[] }).n[0]).toBe('o0');
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 240_000);
});
