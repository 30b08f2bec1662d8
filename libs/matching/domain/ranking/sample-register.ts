import { randomFrom } from '../learning/random';
import type { Register } from './register';

const TOPICS = ['wind and waves', 'photonics for sensors', 'clean aviation engines', 'ageing and health', 'raw materials recycling'];
const PARTS = ['INDUSTRIAL LEADERSHIP', 'SOCIETAL CHALLENGES', 'EXCELLENT SCIENCE'];
const NAMES = ['Institut für Energie', 'University of Health', 'Aviation GmbH', 'Photonics Ltd', 'City of Lakes', 'Foundation for Ageing'];
const PLACES = ['DE', 'FR', 'IT', 'PL'];
const SECTORS = ['HES', 'REC', 'PRC', 'PUB', 'OTH'];

/** An invented register that depends on the seed only: some actors take part often, most once or twice, by topic and country. */
export function sampleRegister({ actors = 120, projects = 90, seed = 1 } = {}): Register {
  const next = randomFrom(seed);
  const pick = <Item>(list: readonly Item[]) => list[Math.floor(next() * list.length)]!;
  const id = (letter: string, at: number) => `${letter}${String(at).padStart(4, '0')}`;
  const who = Array.from({ length: actors }, (_, at) => ({
    id: id('A', at),
    name: `${pick(NAMES)} ${at % 7}`,
    sector: pick(SECTORS),
    country: pick(PLACES),
    city: `Town ${Math.floor(next() * 9)}`,
  }));
  const what = Array.from({ length: projects }, (_, at) => {
    const topic = Math.floor(next() * TOPICS.length);
    const variant = Math.floor(next() * 4);
    return {
      id: id('P', at),
      text: `Research on ${TOPICS[topic]} ${variant}. ${PARTS[topic % PARTS.length]}; ${PARTS[variant % PARTS.length]}`,
      topic: `${topic}-${variant}`,
      startOn: `2015-${String(1 + (at % 8)).padStart(2, '0')}-01`,
      area: topic,
    };
  });
  const participations = what.flatMap(({ id: projectId, area }) => {
    const size = 3 + Math.floor(next() * 6);
    const members = new Set<number>();
    // A square of a random number prefers the first; a shift by the topic gives each a crowd of its own.
    while (members.size < size) members.add((Math.floor(next() ** 2 * actors * 0.6) + area * 17) % actors);
    return [...members].map((member, at) => ({ projectId, actorId: who[member]!.id, leads: at === 0 }));
  });
  return { actors: who, projects: what.map(({ area: _area, ...project }) => project), participations };
}
