import { GRADES, KIND_HUES, ACTOR_KINDS } from '@knotenpunkt/kernel';
import { steadyRandom } from '../placing';
import type { Taken, TakenNode, TakenTie } from './taken';

/** Names that writers get wrong. */
const NAMES = [
  'Bäckerei Kornglück',
  'Müller & Söhne <GmbH>',
  '=HYPERLINK("x")',
  'A; B "C"',
  "D'Or\nzweite Zeile",
  ']]> --> 🏭',
  '-5 Grad',
  '\u0007Glocke\ud800',
];

/** An invented network for tests: always the same for the same size. */
export function sampleTaken(actors: number, ties = 2 * actors): Taken {
  const random = steadyRandom(`taken ${actors}`);
  const communities = ['Pflege und Gesundheit', 'Handwerk & <Energie>', 'Übergang Schule–Beruf'].map((name, at) => ({
    id: `g${at + 1}`,
    name,
  }));
  const id = (at: number) => `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`;
  const nodes = Array.from({ length: actors }, (_, at): TakenNode => {
    const kind = ACTOR_KINDS[Math.floor(random() * ACTOR_KINDS.length)]!;
    const community = Math.floor(random() * (communities.length + 1)) - 1;
    const angle = random() * 2 * Math.PI;
    const away = 160 * Math.sqrt(random());
    const degree = Math.floor(random() ** 3 * 20);
    const name = at < NAMES.length ? NAMES[at]! : `Verein Nummer ${at} für gute Arbeit`;
    return {
      ...{
        id: id(at),
        name,
        label: at % 3 === 0 ? name : `V ${at}`,
        kind,
        themes: at % 2 === 0 ? ['Pflege', 'Handwerk'] : [],
        city: at % 4 === 0 ? 'Harkenrode' : null,
      },
      x: 500 + Math.cos(angle) * away + [-1, 250, -250, 0][community + 1]!,
      y: 500 + Math.sin(angle) * away + [-300, 120, 120, -200][community + 1]!,
      ...{
        degree,
        community,
        colour: KIND_HUES[kind],
        pattern: 'full',
        size: degree,
        address: `https://knoten.example/akteure/v-${at}?a=1&b=2`,
      },
    };
  });
  const list = Array.from({ length: actors < 2 ? 0 : ties }, (): TakenTie => {
    const a = Math.floor(random() * actors);
    const b = (a + 1 + Math.floor(random() * (actors - 1))) % actors;
    const until = random() < 0.3 ? '2026-05-31' : null;
    return {
      a: id(a),
      b: id(b),
      grade: GRADES[Math.floor(random() * 3)]!,
      strength: Math.round(random() * 1000) / 1000,
      since: '2025-02-01',
      until,
      sources: 1 + Math.floor(random() * 4),
    };
  });
  return {
    ...{
      language: 'de',
      title: 'Netzwerk Harkenrode <Probe> & mehr',
      region: { slug: 'harkenrode', name: 'Harkenrode' },
      asOf: '2026-11-27',
    },
    ...{ about: ['Nur: Wirtschaft & "Kammern".'], nodes, ties: list, tieCount: list.length, communities, grounds: true, ground: null },
    legends: [
      {
        title: 'Wer',
        entries: ACTOR_KINDS.map((kind) => ({
          label: kind,
          count: nodes.filter((node) => node.kind === kind).length,
          mark: { kind, colour: KIND_HUES[kind] },
        })),
      },
      { title: 'Beziehung', entries: GRADES.map((grade) => ({ label: grade, count: null, mark: { grade } })) },
    ],
    notes: [],
    chosen: new Set(nodes.slice(8, 9).map((node) => node.id)),
    source: {
      ...{
        attribution: 'Knotenpunkt Harkenrode',
        note: 'Erfunden & <geprüft>.',
        address: 'https://knoten.example/netzwerk?arten=a&feld=b',
      },
      licence: { name: 'Datenlizenz Deutschland – Namensnennung – Version 2.0', address: 'https://www.govdata.de/dl-de/by-2-0' },
    },
  };
}
