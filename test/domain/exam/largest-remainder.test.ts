import fc from 'fast-check';
import { expect, test } from 'vitest';
import { largestRemainder } from '../../../src/domain/exam/largest-remainder.ts';

test.each([
  { exam: 'DVA-C03', weights: [30, 26, 22, 22], total: 65, shares: [20, 17, 14, 14] },
  { exam: 'DVA-C02', weights: [32, 26, 24, 18], total: 65, shares: [21, 17, 15, 12] },
  { exam: 'SAA-C03', weights: [30, 26, 24, 20], total: 65, shares: [19, 17, 16, 13] },
  { exam: 'CLF-C02', weights: [24, 30, 34, 12], total: 65, shares: [16, 19, 22, 8] },
  { exam: 'SCS-C03', weights: [16, 14, 18, 20, 18, 14], total: 65, shares: [10, 9, 12, 13, 12, 9] },
  { exam: 'SAP-C02', weights: [26, 29, 25, 20], total: 75, shares: [19, 22, 19, 15] },
  { exam: 'a tie goes to the earlier', weights: [1, 1], total: 3, shares: [2, 1] },
  { exam: 'nothing to weigh', weights: [0, 0], total: 3, shares: [0, 0] },
  { exam: 'nothing to share', weights: [3, 4], total: 0, shares: [0, 0] },
])('$exam: $total by $weights is $shares', ({ weights, total, shares }) => {
  expect(largestRemainder(weights, total)).toEqual(shares);
});

const weights = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 8 });

test('shares add up, and each is its quota rounded down or up', () => {
  fc.assert(
    fc.property(weights, fc.integer({ min: 0, max: 500 }), (all, total) => {
      const sum = all.reduce((a, b) => a + b, 0);
      fc.pre(sum > 0);
      const shares = largestRemainder(all, total);
      expect(shares.reduce((a, b) => a + b, 0)).toBe(total);
      for (const [index, share] of shares.entries()) {
        const quota = ((all[index] ?? 0) * total) / sum;
        expect(Math.abs(share - quota)).toBeLessThan(1);
      }
    }),
  );
});

test('a heavier weight never gets less', () => {
  fc.assert(
    fc.property(weights, fc.integer({ min: 0, max: 500 }), (all, total) => {
      const sorted = [...all].sort((a, b) => b - a);
      const shares = largestRemainder(sorted, total);
      expect(shares).toEqual([...shares].sort((a, b) => b - a));
    }),
  );
});
