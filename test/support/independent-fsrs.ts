/**
 * FSRS-6 written anew from the published formulas, for comparison only: it shares no line with the program nor with
 * ts-fsrs. https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm (FSRS-6), with the bounds that the
 * reference implementations agree on (stability 0.001-36500, difficulty 1-10, same-day Hard never lowers).
 */
export interface OracleMemory {
  readonly s: number;
  readonly d: number;
}

const between = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

export function oracle(w: readonly number[]) {
  const p = (index: number) => w[index] as number;
  const decay = -p(20);
  const factor = 0.9 ** (1 / decay) - 1;
  const firstDifficulty = (grade: number) => p(4) - Math.E ** (p(5) * (grade - 1)) + 1;

  const recall = (s: number, days: number) => (1 + (factor * days) / s) ** decay;

  function difficultyAfter(d: number, grade: number): number {
    const damped = d + (-p(6) * (grade - 3) * (10 - d)) / 9;
    return between(p(7) * firstDifficulty(4) + (1 - p(7)) * damped, 1, 10);
  }

  function stabilityAfter({ s, d }: OracleMemory, days: number, grade: number): number {
    if (days === 0) {
      const growth = Math.E ** (p(17) * (grade - 3 + p(18))) * s ** -p(19);
      return between(s * (grade >= 2 ? Math.max(1, growth) : growth), 0.001, 36_500);
    }
    const r = recall(s, days);
    if (grade === 1) {
      const forgotten = p(11) * d ** -p(12) * ((s + 1) ** p(13) - 1) * Math.E ** (p(14) * (1 - r));
      return between(Math.min(forgotten, s / Math.E ** (p(17) * p(18))), 0.001, 36_500);
    }
    const bonus = (grade === 2 ? p(15) : 1) * (grade === 4 ? p(16) : 1);
    const gain = Math.E ** p(8) * (11 - d) * s ** -p(9) * (Math.E ** (p(10) * (1 - r)) - 1) * bonus;
    return between(s * (1 + gain), 0.001, 36_500);
  }

  return {
    recall,
    next(memory: OracleMemory | undefined, days: number, grade: number): OracleMemory {
      if (memory === undefined) return { s: p(grade - 1), d: between(firstDifficulty(grade), 1, 10) };
      return { s: stabilityAfter(memory, days, grade), d: difficultyAfter(memory.d, grade) };
    },
    /** Days until recall is down to a share, not rounded. */
    daysUntil: (s: number, share: number) => (s / factor) * (share ** (1 / decay) - 1),
  };
}
