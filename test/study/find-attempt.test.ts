import { describe, expect, test } from 'vitest';
import { type AttemptRow, findAttempt } from '../../src/study/exam-history.ts';
import { isMeant } from '../../src/study/exam-status.ts';

const row = (number: number, attemptId: string, status = 'finished') =>
  ({ number, attempt: { attemptId }, status }) as unknown as AttemptRow;

const rows = [
  row(1, '2026-11-01-0900-aaaa'),
  // Number 2 was of an exam that this version does not have.
  row(3, '2026-11-02-0900-bbbb'),
  row(4, '2026-11-02-0900-bbcc', 'unfinished'),
];

describe('which attempt is meant', () => {
  test.each([
    [undefined, 3],
    ['1', 1],
    ['3', 3],
    ['03', 3],
    ['4', 4],
    ['2026-11-01', 1],
    ['2026-11-02-0900-BBCC', 4],
    ['2026-11-02-0900-bbb', 3],
  ])('by %s', (typed, number) => {
    expect(findAttempt(rows, typed).number).toBe(number);
  });

  test.each([
    // Ids begin with 2: a number that is none is not taken for the beginning of one.
    ['2', 'there is no attempt "2".'],
    ['20', 'there is no attempt "20".'],
    ['202', 'there is no attempt "202".'],
    ['0', 'there is no attempt "0".'],
    ['last', 'there is no attempt "last".'],
    ['2026-11-02', '"2026-11-02" is the beginning of 2 attempts.'],
  ])('not by %s', (typed, message) => {
    expect(() => findAttempt(rows, typed)).toThrow(message);
    expect(() => findAttempt([rows[0] as AttemptRow], typed)).toThrow('there is no attempt');
  });

  test('none is, where there is none or none is over', () => {
    expect(() => findAttempt([], undefined)).toThrow('there is no attempt yet.');
    expect(() => findAttempt([rows[2] as AttemptRow], undefined)).toThrow('no attempt is finished yet.');
  });
});

test('a later attempt changes no number', () => {
  const [first] = rows;
  expect(isMeant('1', first as AttemptRow)).toBe(true);
  expect(findAttempt([...rows, row(5, '2026-11-03-0900-dddd')], '1')).toBe(first);
});
