import { expect, test } from 'vitest';
import { type AttemptRow, trendsOf } from '../../src/study/exam-history.ts';

/** A finished attempt at 20 questions with this share of right answers, so many of them met for the first time. */
const row = (share: number, unseen = 20, mode = 'timed', questions = 20) =>
  ({
    attempt: { mode, paper: { exam: 'DVA-C03', items: Array.from({ length: questions }) } },
    status: 'finished',
    unseen,
    result: { raw: { questions }, scored: { share } },
  }) as unknown as AttemptRow;

test.each<[string, AttemptRow[], boolean]>([
  ['two unseen mocks at 80%', [row(0.8), row(0.8)], true],
  ['one', [row(0.9)], false],
  ['one below 80%', [row(0.8), row(0.79)], false],
  ['one of questions met before', [row(0.9), row(0.9, 17)], false],
  ['one with a tenth met before', [row(0.9), row(0.9, 18)], true],
  ['one without a clock', [row(0.9), row(0.9, 20, 'untimed')], false],
])('ready by %s: %#', (_, rows, ready) => {
  expect(trendsOf(rows)[0]?.ready).toBe(ready);
});

test.each<[number[], number | null]>([
  [[0.5], null],
  [[0.5, 0.6, 0.7], 0.1],
  [[0.7, 0.5], -0.2],
  [[0.6, 0.6, 0.6, 0.6], 0],
])('shares of %j change by %d an attempt', (shares, change) => {
  const [trend] = trendsOf(shares.map((share) => row(share)));
  if (change === null) expect(trend?.changePerAttempt).toBeNull();
  else expect(trend?.changePerAttempt).toBeCloseTo(change, 10);
});

test('attempts of fewer than 20 questions say too little', () => {
  expect(trendsOf([row(0.9, 19, 'timed', 19)])).toEqual([]);
});
