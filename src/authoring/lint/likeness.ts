/** Runs of three words: what two texts have in common shows in them, whatever the order of sentences. */
export function wordRuns(stem: string): Set<string> {
  const words = stem.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < 3) return new Set([words.join(' ')]);
  return new Set(words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`));
}

/** Jaccard index: common runs among all runs. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string> = new Set()): number {
  let common = 0;
  for (const run of a) if (b.has(run)) common += 1;
  return common / (a.size + b.size - common);
}
