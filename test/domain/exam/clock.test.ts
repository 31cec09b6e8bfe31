import { describe, expect, test } from 'vitest';
import { applyEvent } from '../../../src/domain/exam/attempt.ts';
import {
  deadlineAfter,
  deadlineOf,
  isExpired,
  minutesAllowed,
  remainingMs,
} from '../../../src/domain/exam/clock.ts';
import { exam } from './an-exam.ts';
import { answer, at, minute, play, visit } from './attempt-moves.ts';

describe('the clock', () => {
  const blueprint = exam('DVA-C03');

  test.each([
    [{}, 130],
    [{ extraTime: true }, 160],
    [{ minutes: 20 }, 20],
    [{ minutes: 20, extraTime: true }, 50],
    [{ questions: 20 }, 40],
    [{ questions: 10, extraTime: true }, 25],
    [{ questions: 1 }, 2],
    [{ questions: 1, extraTime: true }, 3],
  ])('%o allows %i minutes', (choice, minutes) => {
    expect(minutesAllowed(blueprint, choice)).toBe(minutes);
  });

  test('the deadline is absolute and the rest is never negative', () => {
    const attempt = play('timed', answer(minute, 0, [1]));
    expect(deadlineAfter(1000, 2)).toBe(121_000);
    expect(deadlineOf(attempt, 0)).toBe(130 * minute);
    expect(remainingMs(attempt, 10 * minute)).toBe(120 * minute);
    expect(remainingMs(attempt, 131 * minute)).toBe(0);
    expect([130 * minute - 1, 130 * minute].map((now) => isExpired(attempt, now))).toEqual([false, true]);
  });

  test("a killed exam has run on: it counts what was chosen in time, and the gap is no one's thinking time", () => {
    const attempt = play(
      'timed',
      answer(minute, 0, [1]),
      at('opened', 60 * minute),
      answer(61 * minute, 1, [0, 1]),
    );
    expect(remainingMs(attempt, 61 * minute)).toBe(69 * minute);
    expect(attempt.milliseconds).toEqual([2 * minute, 0, 0]);
    const late = [at('opened', 200 * minute), answer(201 * minute, 1, [2, 3])].reduce(applyEvent, attempt);
    expect(isExpired(late, 201 * minute)).toBe(true);
    expect(late.answers).toEqual([[1], [0, 1], []]);
    const ended = applyEvent(late, { type: 'submitted', atMs: 202 * minute, by: 'clock' });
    expect(isExpired(ended, 203 * minute)).toBe(false);
    expect(ended.milliseconds).toEqual([2 * minute, 0, 0]);
  });

  test('a suspended exam spends its time up to the deadline only', () => {
    const attempt = play('timed', answer(minute, 0, [1]), {
      type: 'submitted',
      atMs: 500 * minute,
      by: 'clock',
    });
    expect(attempt.milliseconds).toEqual([130 * minute, 0, 0]);
  });

  test('a practice pauses: the deadline moves by the pause, and nothing is answered meanwhile', () => {
    const paused = play('practice', answer(minute, 0, [1]), at('pause', 2 * minute));
    expect(remainingMs(paused, 50 * minute)).toBe(128 * minute);
    expect(isExpired(paused, 500 * minute)).toBe(false);
    expect(applyEvent(paused, answer(3 * minute, 0, [0]))).toEqual({ ...paused, ignored: 1 });
    const resumed = applyEvent(paused, at('resume', 302 * minute));
    expect(remainingMs(resumed, 303 * minute)).toBe(127 * minute);
    expect(resumed.milliseconds).toEqual([2 * minute, 0, 0]);
  });

  test('a practice that was killed has paused since its last event, in a pause or not', () => {
    const killed = play('practice', answer(minute, 0, [1]), at('opened', 600 * minute));
    expect(remainingMs(killed, 600 * minute)).toBe(129 * minute);
    const killedInPause = play('practice', at('pause', 2 * minute), at('opened', 600 * minute));
    expect(killedInPause.phase).toEqual({ phase: 'open' });
    expect(remainingMs(killedInPause, 600 * minute)).toBe(128 * minute);
  });

  test('an answer that was shown stays', () => {
    const attempt = play(
      'practice',
      answer(1, 0, [1]),
      { type: 'reveal', atMs: 2, question: 0 },
      answer(3, 0, [0]),
    );
    expect(attempt).toMatchObject({ answers: [[1], [], []], revealed: [true, false, false], ignored: 1 });
  });

  test('without a clock nothing is late', () => {
    const attempt = play('untimed', answer(10_000 * minute, 0, [1]));
    expect(attempt.answers[0]).toEqual([1]);
    expect(remainingMs(attempt, 20_000 * minute)).toBeNull();
    expect(isExpired(attempt, 20_000 * minute)).toBe(false);
  });

  test('a clock that was set back takes no time from a question', () => {
    expect(play('timed', visit(minute, 1), visit(1000, 0), visit(2000, 1)).milliseconds).toEqual([
      61_000, 0, 0,
    ]);
  });
});
