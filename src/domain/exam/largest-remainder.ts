/**
 * Splits a whole number by weights: each share is its exact quota rounded down, and what is left goes, one each, to the
 * largest remainders (the earlier of equals). https://en.wikipedia.org/wiki/Quota_method#Largest_remainder_method
 *
 * @param weights whole numbers of any sum; with nothing to weigh, all shares are 0
 * @returns shares that add up to `total`
 */
export function largestRemainder(weights: readonly number[], total: number): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const shares = weights.map((weight) => Math.floor((weight * total) / sum));
  // Remainders stay whole numbers (modulo), so that equal ones compare as equal.
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (weight * total) % sum }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const left = total - shares.reduce((all, share) => all + share, 0);
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}
