/** Who is asked, in turns: the port over both graphs, plain arrays, and a plain driver. */
const CONTESTANTS = ['embedded', 'arrays', 'neo4j', 'plain'] as const;
type Contestant = (typeof CONTESTANTS)[number];
export type Asks = Partial<Record<Contestant, (at: number) => Promise<unknown>>>;
interface Measured {
  ms: Record<Contestant, number[]>;
  /** How many questions the Neo4j adapter gave up; they count as long as it tried. */
  givenUp: number;
}

const COLUMNS =
  'question|actors|embedded|arrays|Neo4j adapter|plain|embedded / arrays|embedded: median|in all|adapter: median|in all|given up'.split(
    '|',
  );

/** The head of the table; `embedded: …` and `adapter: …` say how many times faster than plain. */
export const HEAD = `| ${COLUMNS.join(' | ')} |\n|${' --- |'.repeat(COLUMNS.length)}`;

/** Milliseconds a question of each, asked in turns. `before` happens before each question and is not counted. */
export async function measure(count: number, asks: Asks, before: () => Promise<void>): Promise<Measured> {
  const ms: Measured['ms'] = { embedded: [], arrays: [], neo4j: [], plain: [] };
  let givenUp = 0;
  for (let at = 0; at < count; at++) {
    await before();
    for (const turn of CONTESTANTS.keys()) {
      // Whoever is first differs from question to question.
      const name = CONTESTANTS[(at + turn) % CONTESTANTS.length]!;
      const ask = asks[name];
      if (!ask) continue;
      const start = performance.now();
      if ((await ask(at)) === null) givenUp++;
      ms[name].push(performance.now() - start);
    }
  }
  return { ms, givenUp };
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

export function tell(count: number, label: string, name: string, { ms, givenUp }: Measured): void {
  const number = (value: number): string => (Number.isNaN(value) ? '–' : value < 1 ? value.toFixed(2) : value.toFixed(1));
  const ratio = (of: (values: readonly number[]) => number, one: Contestant): string => {
    if (ms[one].length === 0 || ms.plain.length === 0) return '–';
    // Who gave up was not as fast as it looks.
    if (one === 'neo4j' && (of === sum ? givenUp > 0 : givenUp >= count / 2)) return '–';
    const times = of(ms.plain) / of(ms[one]);
    return `${times < 10 ? times.toFixed(1) : Math.round(times)} ×`;
  };
  const medians = CONTESTANTS.map((one) => number(median(ms[one])));
  const overArrays = number(median(ms.embedded) / median(ms.arrays));
  const ratios = (['embedded', 'neo4j'] as const).flatMap((one) => [ratio(median, one), ratio(sum, one)]);
  process.stdout.write(`| ${[name, label, ...medians, overArrays, ...ratios, givenUp].join(' | ')} |\n`);
}
