/**
 * How much an actor of a kind would add to the mixture of kinds one already works with: 1 minus the kind's share, 0 to
 * 1. It is what the probability that two drawn at random differ (Blau 1977, "Inequality and Heterogeneity"; the
 * Gini–Simpson index) grows by, but for a factor. An alliance of one bench decides nothing for the others.
 */
export function benchComplement(kindsAround: readonly string[], kind: string): number {
  if (kindsAround.length === 0) return 1;
  return 1 - kindsAround.filter((around) => around === kind).length / kindsAround.length;
}
