import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  binomialAtLeast,
  estimateScore,
  passLikelihood,
  scaledScore,
  standardError,
} from '../../../src/domain/exam/estimate.ts';
import { exam } from './an-exam.ts';

const [dva, clf] = [exam('DVA-C03'), exam('CLF-C02')];

test.each([
  [0, 100, 100],
  [0.36, 410, 400],
  [35 / 50, 702, 683],
  [46 / 65, 709, 689],
  [36 / 50, 720, 700],
  [47 / 65, 723, 703],
  [0.86, 860, 850],
  [1, 1000, 1000],
])('a share of %d is worth %d of 720 and %d of 700', (share, of720, of700) => {
  expect(scaledScore(share, dva)).toBe(of720);
  expect(scaledScore(share, clf)).toBe(of700);
});

test.each([
  [0.72, 65, 5.6],
  [0.72, 50, 6.3],
  [0.5, 25, 10],
])('the standard error at %d of %i questions is %d points', (share, questions, points) => {
  expect(standardError(share, questions) * 100).toBeCloseTo(points, 1);
});

test('a clean sheet is not certainty', () => {
  expect(standardError(1, 65)).toBeGreaterThan(0);
  expect(standardError(0, 65)).toBeCloseTo(standardError(1, 65), 12);
  expect(standardError(0.5, 0)).toBe(0);
});

test('the band is one standard error either way, on the same line', () => {
  const share = 47 / 65;
  expect(estimateScore(share, 65, dva)).toEqual({
    scaled: 723,
    low: scaledScore(share - standardError(share, 65), dva),
    high: scaledScore(share + standardError(share, 65), dva),
    pass: 720,
    passed: true,
    assumedCut: false,
  });
  expect(estimateScore(46 / 65, 65, dva)).toMatchObject({ passed: false });
  expect(estimateScore(0.9, 65, clf)).toMatchObject({ pass: 700, assumedCut: true });
});

test('a better share is never worth less, only the cut passes, and all stays on the scale within its band', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.nat(),
      fc.constantFrom(dva, clf),
      (questions, seed, blueprint) => {
        const correct = seed % (questions + 1);
        const one = estimateScore(correct / questions, questions, blueprint);
        const better = estimateScore(Math.min(1, (correct + 1) / questions), questions, blueprint);
        expect(better.scaled).toBeGreaterThanOrEqual(one.scaled);
        expect(one.passed).toBe(100 * correct >= 72 * questions);
        expect([100, one.low, one.scaled, one.high, 1000]).toEqual(
          [100, one.low, one.scaled, one.high, 1000].toSorted((a, b) => a - b),
        );
      },
    ),
  );
});

test.each([
  [0.7, 45],
  [0.72, 57],
  [0.76, 80],
  [0.8, 94],
  [0.85, 99.5],
])('a true share of %d passes in %d%%', (share, percent) => {
  const digits = Number.isInteger(percent) ? 1 : 10;
  expect(Math.round(passLikelihood(share, 50) * 100 * digits) / digits).toBe(percent);
});

/** Independent: Pascal's triangle in whole numbers, p as a fraction. */
function exactTail(least: number, trials: number, numerator: bigint, denominator: bigint): number {
  let row = [1n];
  for (let n = 0; n < trials; n += 1) row = [1n, ...row.map((one, index) => one + (row[index + 1] ?? 0n))];
  const terms = row.map(
    (ways, k) => ways * numerator ** BigInt(k) * (denominator - numerator) ** BigInt(trials - k),
  );
  const tail = terms.slice(least).reduce((sum, term) => sum + term, 0n);
  return Number((tail * 10n ** 15n) / denominator ** BigInt(trials)) / 1e15;
}

test('the binomial tail agrees with exact whole-number arithmetic', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 75 }),
      fc.nat(),
      fc.integer({ min: 1, max: 99 }),
      (trials, seed, percent) => {
        const least = seed % (trials + 1);
        const exact = exactTail(least, trials, BigInt(percent), 100n);
        expect(binomialAtLeast(least, trials, percent / 100)).toBeCloseTo(exact, 10);
      },
    ),
  );
});

test.each([
  [0, 50, 0, 1],
  [1, 50, 0, 0],
  [50, 50, 1, 1],
  [51, 50, 0.9, 0],
])('at least %i of %i at %d: %d', (least, trials, probability, tail) => {
  expect(binomialAtLeast(least, trials, probability)).toBe(tail);
});
