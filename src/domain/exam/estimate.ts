import type { Blueprint } from './blueprint.ts';

/**
 * Share of right answers taken to be worth the pass mark. AWS does not publish how raw scores map to the scale
 * (https://docs.aws.amazon.com/aws-certification/latest/developer-associate-02/developer-associate-02.html); 36 of 50 is what candidates
 * commonly report for the associate exams. For other pass marks it is an assumption.
 */
export const cutShare = 0.72;

export interface ScaledEstimate {
  /** On the scale of the exam, such as 100-1000; an estimate, since AWS does not publish the map. */
  readonly scaled: number;
  /** The score one standard error below and above. */
  readonly low: number;
  readonly high: number;
  /** The pass mark of the exam. */
  readonly pass: number;
  readonly passed: boolean;
  /** true where not even candidates' reports back the cut: any pass mark but 720. */
  readonly assumedCut: boolean;
}

/**
 * Straight lines through (0, start of the scale), (0.72, pass), (1, end of the scale). Rounded down, so that only a share
 * that reaches the cut reaches the pass mark.
 */
export function scaledScore(share: number, { pass, scale }: Pick<Blueprint, 'pass' | 'scale'>): number {
  const score =
    share < cutShare
      ? scale.from + (share / cutShare) * (pass - scale.from)
      : pass + ((share - cutShare) / (1 - cutShare)) * (scale.to - pass);
  return Math.floor(score + 1e-9);
}

/**
 * Standard error of a share of right answers, √(p(1-p)/n). A clean sheet is taken as half a question short of it: nobody
 * is known to be perfect after n questions.
 */
export function standardError(share: number, questions: number): number {
  if (questions === 0) return 0;
  const least = 1 / (2 * questions);
  const inside = Math.min(1 - least, Math.max(least, share));
  return Math.sqrt((inside * (1 - inside)) / questions);
}

export function estimateScore(
  share: number,
  questions: number,
  blueprint: Pick<Blueprint, 'pass' | 'scale'>,
): ScaledEstimate {
  const error = standardError(share, questions);
  const scaled = scaledScore(share, blueprint);
  return {
    scaled,
    low: scaledScore(Math.max(0, share - error), blueprint),
    high: scaledScore(Math.min(1, share + error), blueprint),
    pass: blueprint.pass,
    passed: scaled >= blueprint.pass,
    assumedCut: blueprint.pass !== 720,
  };
}

/** P(X ≥ least) of a binomial distribution with n trials. */
export function binomialAtLeast(least: number, trials: number, probability: number): number {
  if (least <= 0) return 1;
  if (probability <= 0 || least > trials) return 0;
  if (probability >= 1) return 1;
  // In logarithms: 0.01 to the power of 65 is no trouble, but n over k and powers of n in the hundreds are.
  const odds = Math.log(probability) - Math.log1p(-probability);
  let logTerm = trials * Math.log1p(-probability);
  let tail = 0;
  for (let successes = 0; successes <= trials; successes += 1) {
    if (successes >= least) tail += Math.exp(logTerm);
    logTerm += Math.log(trials - successes) - Math.log(successes + 1) + odds;
  }
  return Math.min(1, tail);
}

/**
 * How likely someone whose true share of right answers is `share` passes the real exam: that at least 72% of its scored
 * questions come out right (36 of 50).
 */
export function passLikelihood(share: number, scoredQuestions: number): number {
  const needed = Math.ceil(cutShare * scoredQuestions - 1e-9);
  return binomialAtLeast(needed, scoredQuestions, share);
}
