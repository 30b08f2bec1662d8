/** Texts as sparse vectors of length 1: sublinear term frequency times inverse document frequency (Salton & Buckley 1988). */
export interface TermVectors {
  numberOf: ReadonlyMap<string, number>;
  /** Inverse document frequency by number of the term; `unseen` for terms no text has. */
  rarity: Float64Array;
  unseen: number;
  /** Terms of text t and their weights: from `start[t]` to before `start[t + 1]`. */
  start: Int32Array;
  terms: Int32Array;
  weights: Float64Array;
  /** The same by term: texts that have term t and their weights, from `startOfTerm[t]`, so that a short text is compared quickly. */
  startOfTerm: Int32Array;
  texts: Int32Array;
  weightsByTerm: Float64Array;
}

/** Vectors of texts given as their terms; a term that occurs twice counts 1 + ln 2 times. */
export function termVectors(texts: readonly (readonly string[])[]): TermVectors {
  const numberOf = new Map<string, number>();
  const frequencies: number[] = [];
  const counted = texts.map((terms) => {
    const counts = new Map<number, number>();
    for (const term of terms) {
      const number = numberOf.get(term) ?? numberOf.size;
      numberOf.set(term, number);
      counts.set(number, (counts.get(number) ?? 0) + 1);
    }
    for (const number of counts.keys()) frequencies[number] = (frequencies[number] ?? 0) + 1;
    return counts;
  });
  const rarity = Float64Array.from(frequencies, (frequency) => rarityOf(texts.length, frequency));
  const start = new Int32Array(texts.length + 1);
  counted.forEach((counts, text) => (start[text + 1] = start[text]! + counts.size));
  const terms = new Int32Array(start[texts.length]!);
  const weights = new Float64Array(terms.length);
  counted.forEach((counts, text) => {
    let entry = start[text]!;
    let squares = 0;
    for (const [number, count] of counts) {
      terms[entry] = number;
      weights[entry] = (1 + Math.log(count)) * rarity[number]!;
      squares += weights[entry]! ** 2;
      entry++;
    }
    for (entry = start[text]!; entry < start[text + 1]!; entry++) weights[entry]! /= Math.sqrt(squares);
  });
  return { numberOf, rarity, unseen: rarityOf(texts.length, 0), start, terms, weights, ...byTerm(start, terms, weights, numberOf.size) };
}

function byTerm(start: Int32Array, terms: Int32Array, weights: Float64Array, width: number) {
  const startOfTerm = new Int32Array(width + 1);
  for (const term of terms) startOfTerm[term + 1]!++;
  for (let term = 0; term < width; term++) startOfTerm[term + 1]! += startOfTerm[term]!;
  const next = startOfTerm.slice();
  const texts = new Int32Array(terms.length);
  const weightsByTerm = new Float64Array(terms.length);
  for (let text = 0; text + 1 < start.length; text++) {
    for (let entry = start[text]!; entry < start[text + 1]!; entry++) {
      const place = next[terms[entry]!]!++;
      texts[place] = text;
      weightsByTerm[place] = weights[entry]!;
    }
  }
  return { startOfTerm, texts, weightsByTerm };
}

/** Cosine of each text with a new one; its terms that no text has only make it longer. */
export function cosinesWith(vectors: TermVectors, terms: readonly string[]): Float64Array {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const products = new Float64Array(vectors.start.length - 1);
  let squares = 0;
  for (const [term, count] of counts) {
    const number = vectors.numberOf.get(term);
    const weight = (1 + Math.log(count)) * (number === undefined ? vectors.unseen : vectors.rarity[number]!);
    squares += weight * weight;
    if (number === undefined) continue;
    for (let entry = vectors.startOfTerm[number]!; entry < vectors.startOfTerm[number + 1]!; entry++)
      products[vectors.texts[entry]!]! += weight * vectors.weightsByTerm[entry]!;
  }
  const length = Math.sqrt(squares) || 1;
  for (let text = 0; text < products.length; text++) products[text]! /= length;
  return products;
}

/** Inner product of each text with a dense vector of terms. */
export function productsWith({ start, terms, weights }: TermVectors, asked: Float64Array): Float64Array {
  const products = new Float64Array(start.length - 1);
  for (let text = 0; text < products.length; text++) {
    let sum = 0;
    for (let entry = start[text]!; entry < start[text + 1]!; entry++) sum += weights[entry]! * asked[terms[entry]!]!;
    products[text] = sum;
  }
  return products;
}

/** The sum of some texts as a dense vector, each with its weight. */
export function summed({ start, terms, weights, rarity }: TermVectors, weightOf: ReadonlyMap<number, number>): Float64Array {
  const sum = new Float64Array(rarity.length);
  for (const [text, weight] of weightOf) {
    for (let entry = start[text]!; entry < start[text + 1]!; entry++) sum[terms[entry]!]! += weight * weights[entry]!;
  }
  return sum;
}

function rarityOf(texts: number, frequency: number): number {
  return Math.log((1 + texts) / (1 + frequency)) + 1;
}
