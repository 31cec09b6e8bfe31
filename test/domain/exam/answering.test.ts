import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completeness, isRight, reviewList, toggleOption } from '../../../src/domain/exam/answering.ts';
import { applyEvent } from '../../../src/domain/exam/attempt.ts';
import { anAttempt, anItem } from './an-exam.ts';

const single = anItem();
const double = anItem({ choose: 2, keys: [1, 3], order: [4, 3, 2, 1, 0] });

test.each([
  ['one answer is chosen', single, [], 2, [2]],
  ['and moves', single, [2], 0, [0]],
  ['and is taken back', single, [2], 2, []],
  ['the first of two', double, [], 3, [3]],
  ['the second of two, in order', double, [3], 1, [1, 3]],
  ['one of two is taken back', double, [1, 3], 1, [3]],
])('%s', (_, item, choices, option, after) => {
  expect(toggleOption(item, choices, option)).toEqual({ accepted: true, choices: after });
});

test('one too many is refused', () => {
  expect(toggleOption(double, [1, 3], 0)).toEqual({ accepted: false, choose: 2 });
});

test('no row of presses chooses too many', () => {
  const presses = fc.array(fc.integer({ min: 0, max: 4 }));
  fc.assert(
    fc.property(presses, fc.constantFrom(anItem({ order: [0, 1, 2, 3, 4] }), double), (options, item) => {
      let choices: readonly number[] = [];
      for (const option of options) {
        const toggled = toggleOption(item, choices, option);
        if (toggled.accepted) choices = toggled.choices;
        expect(choices.length).toBeLessThanOrEqual(item.choose);
        expect(new Set(choices).size).toBe(choices.length);
      }
    }),
  );
});

test.each([
  ['nothing', [], 'unanswered', false],
  ['half of it', [1], 'incomplete', false],
  ['one key and one distractor', [1, 2], 'answered', false],
  ['both keys', [1, 3], 'answered', true],
  ['both keys, the other way round', [3, 1], 'answered', true],
  ['both keys and more', [1, 2, 3], 'answered', false],
])('%s', (_, choices, state, right) => {
  expect(completeness(double, choices)).toBe(state);
  expect(isRight(double, choices)).toBe(right);
});

test('the review lists all, the unanswered with the incomplete, and the flagged', () => {
  let attempt = anAttempt('timed', [single, double, double, single]);
  attempt = applyEvent(attempt, { type: 'answer', atMs: 1, question: 0, choices: [3] });
  attempt = applyEvent(attempt, { type: 'answer', atMs: 2, question: 1, choices: [1] });
  attempt = applyEvent(attempt, { type: 'answer', atMs: 3, question: 2, choices: [1, 2] });
  attempt = applyEvent(attempt, { type: 'flag', atMs: 4, question: 2, flagged: true });
  expect(reviewList(attempt, 'all')).toEqual([0, 1, 2, 3]);
  expect(reviewList(attempt, 'unanswered')).toEqual([1, 3]);
  expect(reviewList(attempt, 'flagged')).toEqual([2]);
});
