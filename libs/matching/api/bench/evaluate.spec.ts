import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sampleRegister, type Register } from '@knotenpunkt/matching/domain';

const folder = mkdtempSync(join(tmpdir(), 'knotenpunkt-evaluate-'));
const register = sampleRegister({ actors: 60, projects: 24, seed: 5 });
const ids = register.actors.map(({ id }) => id);

const quoted = (values: readonly string[]) => values.map((value) => `"${value.replaceAll('"', '""')}"`).join(',');
const table = (columns: readonly string[], rows: readonly string[][]) => [columns.join(','), ...rows.map(quoted)].join('\n') + '\n';

const ENTRIES = [
  ['o1', 'Früh- und Spätbusse auf Bestellung', 'Kleinbusse ab 3:30 Uhr zur Frühschicht ins Gewerbegebiet.'],
  ['o2', 'Aula mit Technik', 'Für 300 Gäste, Ton und Licht sind da.'],
  ['o3', 'Deutsch am Arbeitsplatz', 'Lehrkräfte üben in der Pause, was gebraucht wird.'],
] as const;

function write(into: string, { actors, projects, participations }: Register): void {
  mkdirSync(join(into, 'tasks'), { recursive: true });
  writeFileSync(
    join(into, 'actors.csv'),
    table(
      ['actor_id', 'name', 'sector', 'country', 'city'],
      actors.map((one) => [one.id, one.name, one.sector, one.country, one.city]),
    ),
  );
  writeFileSync(
    join(into, 'tasks/train_projects.csv'),
    table(
      ['project_id', 'text', 'topics', 'start_date'],
      projects.map((one) => [one.id, one.text, one.topic, one.startOn]),
    ),
  );
  writeFileSync(
    join(into, 'tasks/train_participations.csv'),
    table(
      ['project_id', 'actor_id', 'role'],
      participations.map((one) => [one.projectId, one.actorId, one.leads ? 'coordinator' : 'participant']),
    ),
  );
  writeFileSync(
    join(into, 'tasks/partner.queries.json'),
    JSON.stringify([
      { id: 'q1', actor: ids[3], exclude: [ids[4], ids[5]] },
      { id: 'q0', actor: 'A9999', exclude: [] },
    ]),
  );
  writeFileSync(
    join(into, 'tasks/alliance.queries.json'),
    JSON.stringify([
      { id: 'a1', text: 'Research on wind and waves', given: [ids[1], ids[2]], n_missing: 2 },
      { id: 'a2', text: '', given: [] },
    ]),
  );
}

function command(...given: string[]) {
  const loader = resolve('libs/matching/domain/bench/typescript-loader.mjs');
  const env = { ...process.env, MODELS_FOLDER: '' };
  // Run from a folder beside which there are no models.
  return spawnSync(process.execPath, ['--import', loader, resolve('libs/matching/api/bench/evaluate.ts'), ...given], {
    encoding: 'utf8',
    env,
    cwd: folder,
  });
}

function answered(task: string, from = folder): Record<string, string[]> {
  const out = join(folder, `${task}.json`);
  const { status, stderr } = command('--data', from, '--task', task, '--out', out);
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(readFileSync(out, 'utf8')) as Record<string, string[]>;
}

beforeAll(() => write(folder, register));
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run evaluate', () => {
  it('ranks ten others for an actor, also for one nobody knows', () => {
    const answers = answered('partner');
    expect(Object.keys(answers).sort()).toEqual(['q0', 'q1']);
    for (const list of Object.values(answers)) expect(new Set(list).size).toBe(10);
    expect(answers['q1']!.filter((id) => [ids[3], ids[4], ids[5]].includes(id))).toEqual([]);
  });

  it('answers alike when the rows stand in another order', () => {
    const turned = join(folder, 'turned');
    const { actors, projects, participations } = register;
    write(turned, { actors: actors.toReversed(), projects: projects.toReversed(), participations: participations.toReversed() });
    expect(answered('alliance', turned)).toEqual(answered('alliance'));
  });

  it('answers needs with offers, and with none where nothing fits, in whatever order they are listed', () => {
    const offers = ENTRIES.map(([id, title, text]) => ({ id, actor: `a${id}`, title, text, themes: ['arbeitszeit'] }));
    const needs = [
      { id: 'n1', actor: 'b1', title: 'Kein Bus zur Frühschicht', text: 'Um vier Uhr fährt kein Bus ins Gewerbegebiet.', themes: [] },
      {
        id: 'n2',
        actor: 'b2',
        title: 'Taucher',
        text: 'Im August muss die Schützentafel unter Wasser begutachtet werden, Ausrüstung samt Kompressor und Boot bringt sie mit.',
        themes: [],
      },
    ];
    const actors = [...offers, ...needs].map(({ actor }) => ({ id: actor, name: actor }));
    const answer = (set: object) => {
      writeFileSync(join(folder, 'needs.json'), JSON.stringify(set));
      const out = join(folder, 'offers.json');
      expect(command('--needs', join(folder, 'needs.json'), '--out', out)).toMatchObject({
        status: 0,
        stderr: expect.stringContaining('words only') as string,
      });
      return JSON.parse(readFileSync(out, 'utf8')) as Record<string, string[]>;
    };
    const answers = answer({ actors, offers, needs });
    expect(answers['n1']![0]).toBe('o1');
    expect(answers['n2']).toEqual([]);
    expect(answer({ actors: actors.toReversed(), offers: offers.toReversed(), needs: needs.toReversed() })).toEqual(answers);
  });

  it.each([
    [['--task', 'partner'], 'npm run evaluate -- --data'],
    [['--data', '/nowhere', '--task', 'partner', '--out', '/nowhere/x'], '/nowhere/actors.csv is not there'],
    [['--needs', '/nowhere.json', '--out', '/nowhere/x'], '/nowhere.json cannot be read'],
    [['--surprise'], "Unknown option '--surprise'"],
  ])('says what is wrong with %j', (given, sentence) => {
    const { status, stderr } = command(...given);
    expect(status).toBe(1);
    expect(stderr).toContain(sentence);
    expect(existsSync('/nowhere')).toBe(false);
  });
});
