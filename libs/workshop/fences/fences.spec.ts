import { resolve } from 'node:path';
import { rooms } from '../rooms.mjs';
import { allowed, forbidden } from './cases';
import { buildStubHouse, type Finding, type StubHouse } from './stub-house';

const BOUNDARIES = '@nx/enforce-module-boundaries';
const LAYERS = ['domain', 'api', 'web'] as const;
/** Told here a second time on purpose: the test must not learn from the rule what to expect. */
const LAYER_MAY_ASK = { domain: ['domain'], api: ['domain', 'api'], web: ['domain', 'web'] };
const SERVICES_FOR = { domain: ['kernel'], api: ['kernel', 'platform/outbox'], web: ['kernel', 'webkit/ui'] };

/** One import a line, each used, so that only fences speak. */
const asking = (doors: string[]) =>
  doors.map((door, at) => `import { stub as s${at} } from '@knotenpunkt/${door}';`).join('\n') +
  `\nexport const used = [${doors.map((_, at) => `s${at}`)}];\n`;

let house: StubHouse;
beforeAll(() => {
  house = buildStubHouse(resolve());
});
afterAll(() => house.remove());

/** Lints a file that imports all doors and gives those that were let through. */
function letThrough(tries: { file: string; doors: string[] }[]): string[][] {
  const findings = house.lint(tries.map(({ file, doors }) => ({ file, text: asking(doors) })));
  return tries.map(({ doors }, at) =>
    doors.filter((_, door) => !findings[at]!.some(({ rule, line }) => rule === BOUNDARIES && line === door + 1)),
  );
}

describe('fences by place and suffix', () => {
  const cases = [...forbidden, ...allowed];
  let findings: Finding[][];
  // One process for all texts: starting ESLint takes longer than linting.
  beforeAll(() => {
    findings = house.lint(cases.map(({ file, text }) => ({ file, text })));
  });

  it.each(forbidden.map(({ what, by }, at) => ({ what, by, at })))('forbid $what', ({ by, at }) => {
    expect(findings[at]!.map(({ rule, message }) => `${rule}: ${message}`).join('\n')).toContain(by);
  });

  it.each(allowed.map(({ what }, at) => ({ what, at: at + forbidden.length })))('allow $what', ({ at }) => {
    expect(findings[at]).toEqual([]);
  });
});

describe('fences between rooms', () => {
  const features = rooms.filter(({ kind }) => kind === 'feature').map(({ name }) => name);

  it('let a room ask earlier ones through the layers, and nothing else', () => {
    const doors = features.flatMap((room) => LAYERS.map((layer) => `${room}/${layer}`));
    const places = features.flatMap((room) => LAYERS.map((layer) => ({ room, layer })));
    const passed = letThrough(
      places.map(({ room, layer }) => ({
        file: `libs/${room}/${layer}/try.ts`,
        doors: doors.filter((door) => door !== `${room}/${layer}`),
      })),
    );
    places.forEach(({ room, layer }, at) => {
      const earlier = features
        .slice(0, features.indexOf(room))
        .flatMap((other) => LAYER_MAY_ASK[layer].map((asked) => `${other}/${asked}`));
      const own = LAYER_MAY_ASK[layer].filter((asked) => asked !== layer).map((asked) => `${room}/${asked}`);
      expect({ room, layer, asks: passed[at]!.toSorted() }).toEqual({ room, layer, asks: [...earlier, ...own].toSorted() });
    });
  });

  it('let each layer ask only the services meant for it', () => {
    const doors = ['kernel', 'platform/outbox', 'webkit/ui'];
    const passed = letThrough(LAYERS.map((layer) => ({ file: `libs/actors/${layer}/try.ts`, doors })));
    expect(passed).toEqual(LAYERS.map((layer) => SERVICES_FOR[layer]));
  });

  it('let the services ask no room', () => {
    const doors = features.flatMap((room) => LAYERS.map((layer) => `${room}/${layer}`));
    const places = ['libs/kernel', 'libs/platform/outbox', 'libs/webkit/ui', 'migrations', 'graph-schema'];
    expect(letThrough(places.map((place) => ({ file: `${place}/try.ts`, doors })))).toEqual(places.map(() => []));
  });

  it('let nobody ask an app, the journeys or the workshop', () => {
    const findings = house.lint(
      ['apps/api/index', 'e2e/index', 'libs/workshop/rooms.mjs'].map((target) => ({
        file: 'libs/actors/api/try.ts',
        text: `import { stub } from '../../../${target}';\nexport const used = stub;\n`,
      })),
    );
    expect(findings.map((of) => of.some(({ rule }) => rule === BOUNDARIES))).toEqual([true, true, true]);
  });
});
