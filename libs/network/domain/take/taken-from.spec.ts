import { NetworkOverview } from '../columns/network-overview';
import { sampleNetwork } from '../columns/sample-network';
import { colouringOf } from '../decorate/classes';
import { shownOf } from '../view/shown';
import { FIRST_VIEW, type NetworkView } from '../view/view';
import { jsonPieces } from './json';
import { licenceOf } from './licence';
import { drawSvg } from './svg';
import { takenFrom, type TakenContext } from './taken-from';

const network = new NetworkOverview(sampleNetwork(150));
const context: TakenContext = {
  ...{ language: 'de', audience: 'PUBLIC', licence: null, home: 'https://knoten.example/r/h', page: 'https://knoten.example/r/h/netzwerk' },
  region: { slug: 'harkenrode', name: 'Harkenrode', example: true, sourceNote: null },
};
const take = (view: Partial<NetworkView>, others: Partial<TakenContext> = {}) =>
  takenFrom(network, { ...FIRST_VIEW, ...view }, { ...context, ...others });

describe('what is taken along', () => {
  const { slug } = network.actorAt(3);
  it.each<[string, Partial<NetworkView>]>([
    ['everything', {}],
    ['some kinds', { kinds: ['COMPANY', 'UNION'] }],
    ['meetings too', { grades: ['WORKS_TOGETHER', 'STATED', 'MET'] }],
    ['strong ties', { minStrength: 0.7 }],
    ['surroundings', { chosen: [slug], steps: 2 }],
    ['nobody', { kinds: [] }],
  ])('is what the view shows: %s', (_, view) => {
    const shown = shownOf(network, { ...FIRST_VIEW, ...view });
    const taken = take(view);
    const ties = [...taken.ties];
    expect(taken.nodes.map(({ id }) => id)).toEqual(network.actors.filter((__, at) => shown.actors[at]).map(({ id }) => id));
    expect(ties.map(({ a, b, grade }) => [a, b, grade])).toEqual(
      network.ties.filter((__, at) => shown.ties[at]).map(({ a, b, grade }) => [a, b, grade]),
    );
    expect(taken.tieCount).toBe(ties.length);
    // They can be read again.
    expect([...taken.ties]).toEqual(ties);
    expect(taken.legends[0]!.entries.reduce((sum, { count }) => sum + count!, 0)).toBe(taken.nodes.length);
    expect(taken.legends[1]!.entries.reduce((sum, { count }) => sum + count!, 0)).toBe(taken.tieCount);
    expect(drawSvg(taken)).toContain('</svg>');
  });

  it('says what was left out, who is chosen, and that members see more', () => {
    expect(take({}).about).toEqual(['Nur Beziehungen: arbeiten zusammen und angegeben.']);
    const taken = take({ kinds: ['UNION'], chosen: [slug], steps: 1, sinceAfter: '2025-01-31', running: true }, { audience: 'MEMBERS' });
    expect(taken.about).toEqual([
      `Gezeigt ist 1 Schritt um ${network.actorAt(3).label}.`,
      'Nur: Gewerkschaft, Betriebs- und Personalräte.',
      'Nur Beziehungen: arbeiten zusammen und angegeben.',
      'Nur Beziehungen seit dem 31. Januar 2025.',
      'Nur Beziehungen, von denen noch etwas läuft.',
      'Darin ist auch, was nur angemeldete Mitglieder sehen. Bitte nicht öffentlich weitergeben.',
    ]);
    expect([...taken.chosen]).toEqual([network.actorAt(3).id]);
    expect(taken.source.licence).toBeNull();
  });

  it('is what the page shows where it narrows by what the columns do not tell, and says else that it does not', () => {
    const view: Partial<NetworkView> = { chosen: [slug], roles: ['PARTNER'] };
    const none = { actors: new Uint8Array(150), ties: new Uint8Array(network.columns.ties.a.length), actorCount: 0, tieCount: 0 };
    const onPage = takenFrom(network, { ...FIRST_VIEW, ...view }, context, { shown: none });
    expect([onPage.nodes, [...onPage.ties], onPage.tieCount]).toEqual([[], [], 0]);
    expect(onPage.about).toContain('Nur Beziehungen mit der Rolle „Partner“.');
    expect(take(view).about).toContain('Die Rolle „Partner“ ist hier nicht ausgewählt: Gezeigt sind Beziehungen mit jeder Rolle.');
    // Where nobody is chosen, the page does not narrow by roles either.
    expect(take({ roles: ['PARTNER'] }).about).toEqual(take({}).about);
  });

  it('names the classes that the legend hides', () => {
    const { classes } = colouringOf(network, { colour: 'degree', themes: [] });
    const taken = take({ colour: 'degree', hidden: [classes[0]!.id] });
    expect(taken.about.filter((text) => text.startsWith('Ausgeblendet: '))).toHaveLength(1);
    expect(taken.nodes.length).toBeLessThan(150);
  });

  it('is the later of two days, with what has ended, and names the earlier one', () => {
    const taken = take({ comparedWith: '2020-02-01', running: true });
    expect(taken.tieCount).toBe(take({}).tieCount);
    expect(taken.about.join(' ')).toMatch(/Verglichen wird mit dem 1\. Februar 2020; gezeigt ist der /);
    expect(taken.about.join(' ')).not.toContain('noch etwas läuft');
  });

  it('says of itself in its reader’s language what its fields mean', () => {
    for (const language of ['de', 'en'] as const) {
      const { fields, nodes, ties } = JSON.parse([...jsonPieces(take({}, { language }))].join(''));
      const told = { nodes: Object.keys(fields.nodes), ties: Object.keys(fields.ties) };
      // Names beside codes and colours need no explanation.
      const plain = ['kindName', 'gradeName', 'colour'];
      expect(
        Object.keys(nodes[0])
          .filter((field) => !plain.includes(field))
          .toSorted(),
      ).toEqual(told.nodes.toSorted());
      expect(
        Object.keys(ties[0])
          .filter((field) => !plain.includes(field))
          .toSorted(),
      ).toEqual(told.ties.toSorted());
    }
  });
});

describe('the licence', () => {
  it('is never claimed over what others published', () => {
    expect(licenceOf({ example: false, sourceNote: 'Presse' }, 'cc-zero')).toBeNull();
  });

  it('is what the operator grants, and for an invented region free with its source named', () => {
    expect(licenceOf({ example: false, sourceNote: null }, 'cc-zero')?.address).toContain('zero');
    expect(licenceOf({ example: false, sourceNote: null }, null)).toBeNull();
    expect(licenceOf({ example: true, sourceNote: 'Erfunden.' }, null)?.name).toContain('Namensnennung');
  });
});
