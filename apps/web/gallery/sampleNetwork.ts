import type { Grade } from '@knotenpunkt/kernel';
import type { NetworkCommunity, NetworkNode, NetworkTie } from '@knotenpunkt/webkit/graph-view';
import { ACTOR_KINDS } from '@knotenpunkt/webkit/ui';

/** Always the same row of numbers from 0 up to 1 (mulberry32), so that pictures of this page can be compared. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const GROUNDS = [
  { id: 'work', name: 'Arbeitszeit und KI im Betrieb', x: 120, y: 200 },
  { id: 'science', name: 'Forschung und Gründung', x: 400, y: 170 },
  { id: 'care', name: 'Pflege und Gesundheit', x: 640, y: 190 },
  { id: 'craft', name: 'Handwerk und Wärmewende', x: 130, y: 560 },
  { id: 'school', name: 'Schule und Übergang', x: 390, y: 610 },
  { id: 'arrival', name: 'Ankommen und Quartier', x: 650, y: 520 },
];

const NAMES = [
  'Gießerei Nordkamp',
  'Spedition Hellwald',
  'Bildungswerk Kompass e. V.',
  'Amt für Wirtschaft und Arbeit',
  'Wohlfahrtsverband Unterland',
  'Stadtwerke Ostwalden',
  'Gewerkschaftsbund',
  'Klinikum Westpark',
  'Rohrwerk Ruhl',
  'Codewerft',
  'Gesamtschule Am Stadtgarten',
  'Elternnetz Mittelruhe',
  'Betriebsrat Nordkamp',
  'Kammer des Handwerks',
  'Gründungsnetz',
  'Lokalradio Harkewelle',
  'Beirat Schule–Beruf',
  'Integrationsstelle',
  'Seniorenzentrum Am Lindenhang',
  'Volkshochschule Ostwalden',
  'TH Harkenrode – Institut für Arbeit',
  'Wohnungsgenossenschaft Ostwalden',
  'SHK-Innung',
  'Brückenschlag',
];

/** A network of about the size of a small region, invented for the gallery. */
export function sampleNetwork(size = 87): { nodes: NetworkNode[]; ties: NetworkTie[]; communities: NetworkCommunity[] } {
  const next = numbers(7);
  const places = Array.from({ length: size }, (_, index) => {
    const ground = GROUNDS[index % GROUNDS.length]!;
    const angle = next() * 2 * Math.PI;
    const reach = 20 + 95 * Math.sqrt(next());
    return { ground, x: ground.x + 0.75 * reach * Math.cos(angle), y: ground.y + reach * 1.05 * Math.sin(angle) };
  });
  // Marks push each other away a little, as the real layout does.
  for (let round = 0; round < 60; round++) {
    for (const p of places)
      for (const q of places) {
        const [dx, dy] = [q.x - p.x, q.y - p.y];
        const distance = Math.hypot(dx, dy);
        if (p === q || distance > 34 || distance === 0) continue;
        const push = (34 - distance) / distance / 4;
        p.x -= dx * push;
        p.y -= dy * push;
        q.x += dx * push;
        q.y += dy * push;
      }
  }
  const ties = new Map<string, NetworkTie>();
  const tie = (a: number, b: number, grade: Grade) => {
    if (a === b) return;
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    if (!ties.has(key)) ties.set(key, { a: String(Math.min(a, b)), b: String(Math.max(a, b)), grade, strength: 1, sources: 1 });
  };
  const gradeOf = (roll: number): Grade => (roll < 0.68 ? 'WORKS_TOGETHER' : roll < 0.84 ? 'STATED' : 'MET');
  for (let index = 0; index < size * 1.7; index++) {
    const a = Math.floor(next() ** 2 * size);
    const within = next() < 0.82;
    const b = within ? (a + GROUNDS.length * Math.ceil(next() * 6)) % size : Math.floor(next() * size);
    tie(a, b, gradeOf(next()));
  }
  tie(0, 23, 'WORKS_TOGETHER');
  tie(23, 2, 'WORKS_TOGETHER');
  const degree = new Map<string, number>();
  for (const { a, b } of ties.values()) for (const end of [a, b]) degree.set(end, (degree.get(end) ?? 0) + 1);
  const nodes = places.map(({ ground, x, y }, index): NetworkNode => ({
    id: String(index),
    label: NAMES[index] ?? `Akteur ${index + 1}`,
    kind: ACTOR_KINDS[Math.floor(next() * ACTOR_KINDS.length)]!,
    x,
    y,
    degree: degree.get(String(index)) ?? 0,
    community: ground.id,
  }));
  return { nodes, ties: [...ties.values()], communities: GROUNDS.map(({ id, name }) => ({ id, name })) };
}

/** The actor and all within two steps, without places. */
export function sampleSurroundings(centerId: string) {
  const { nodes, ties } = sampleNetwork();
  const neighbours = (id: string) => ties.filter(({ a, b }) => a === id || b === id).map(({ a, b }) => (a === id ? b : a));
  const first = neighbours(centerId);
  const second = first.flatMap((id) => neighbours(id).slice(0, 2));
  const ids = new Set([centerId, ...first, ...second]);
  return {
    nodes: nodes.filter(({ id }) => ids.has(id)).map(({ x: _x, y: _y, ...node }) => node),
    ties: ties.filter(({ a, b }) => ids.has(a) && ids.has(b)),
  };
}
