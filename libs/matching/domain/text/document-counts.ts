import type { Weights } from './weights';

/** In how many texts each feature occurs, and from that how much it tells one text from another. */
export class DocumentCounts {
  private readonly counts = new Map<string, number>();
  private texts = 0;

  add(features: Weights): void {
    this.texts++;
    for (const feature of features.keys()) this.counts.set(feature, (this.counts.get(feature) ?? 0) + 1);
  }

  /**
   * Inverse document frequency as BM25 uses it, kept above 0: ln(1 + (N − n + ½) / (n + ½)) (Robertson & Zaragoza
   * 2009, section 3.2, with the usual 1 + inside the logarithm). A feature in no text is the rarest.
   */
  rarity(feature: string): number {
    const count = this.counts.get(feature) ?? 0;
    return Math.log(1 + (this.texts - count + 0.5) / (count + 0.5));
  }
}
