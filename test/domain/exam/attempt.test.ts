import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEvent, startAttempt } from '../../../src/domain/exam/attempt.ts';
import {
  type AttemptEvent,
  isAttemptEvent,
  type StartedEvent,
} from '../../../src/domain/exam/attempt-events.ts';
import { anAttempt } from './an-exam.ts';
import { answer, at, items, minute, play, startOf, visit } from './attempt-moves.ts';

test('answers, flags, position and time are kept', () => {
  const attempt = play(
    'timed',
    answer(10_000, 0, [2]),
    visit(15_000, 1),
    answer(20_000, 1, [4]),
    answer(21_000, 1, [4, 0]),
    { type: 'flag', atMs: 22_000, question: 1, flagged: true },
    visit(30_000, 0),
    answer(31_000, 0, [1]),
    { type: 'flag', atMs: 32_000, question: 1, flagged: false },
  );
  expect(attempt).toMatchObject({
    answers: [[1], [0, 4], []],
    flags: [false, false, false],
    position: 0,
    milliseconds: [17_000, 15_000, 0],
    changes: [
      { atMs: 10_000, question: 0, choices: [2] },
      { atMs: 20_000, question: 1, choices: [4] },
      { atMs: 21_000, question: 1, choices: [0, 4] },
      { atMs: 31_000, question: 0, choices: [1] },
    ],
    ignored: 0,
  });
});

test('the same answer again is no change', () => {
  const attempt = play('timed', answer(1, 1, [0, 3]), answer(2, 1, [3, 0]));
  expect(attempt.changes).toHaveLength(1);
});

test.each<[string, AttemptEvent]>([
  ['three choices of two', answer(1, 1, [0, 1, 2])],
  ['one choice twice', answer(1, 1, [0, 0])],
  ['two choices of one', answer(1, 0, [0, 1])],
  ['an option that is not', answer(1, 0, [4])],
  ['a question that is not', answer(1, 3, [0])],
  ['a visit to nowhere', visit(1, 3)],
  ['an answer at the deadline', answer(130 * minute, 0, [0])],
  ['a pause of a real exam', at('pause', 1)],
  ['a resume without a pause', at('resume', 1)],
  ['a reveal in a real exam', { type: 'reveal', atMs: 1, question: 0 }],
])('%s is ignored and counted', (_, event) => {
  expect(play('timed', event)).toEqual({ ...play('timed'), ignored: 1 });
});

test('nothing moves after the end', () => {
  const ended = play('timed', answer(1, 0, [1]), { type: 'submitted', atMs: 5, by: 'learner' });
  const later: AttemptEvent[] = [
    answer(6, 0, [0]),
    visit(7, 2),
    at('opened', 8),
    { type: 'submitted', atMs: 9, by: 'clock' },
  ];
  expect(later.reduce(applyEvent, ended)).toEqual({ ...ended, ignored: 4 });
  expect(ended.phase).toEqual({ phase: 'submitted', atMs: 5, by: 'learner' });
});

test('a second start is ignored', () => {
  const start = startOf(anAttempt('timed', items)) as StartedEvent;
  expect([answer(1, 0, [1]), start].reduce(applyEvent, startAttempt(start))).toMatchObject({
    answers: [[1], [], []],
    ignored: 1,
  });
});
const anyEvent: fc.Arbitrary<AttemptEvent> = fc.oneof(
  fc.record({
    type: fc.constant('answer' as const),
    atMs: fc.nat(140 * minute),
    question: fc.nat(3),
    choices: fc.array(fc.nat(5), { maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('flag' as const),
    atMs: fc.nat(140 * minute),
    question: fc.nat(3),
    flagged: fc.boolean(),
  }),
  fc.record({
    type: fc.constantFrom('visit' as const, 'reveal' as const),
    atMs: fc.nat(140 * minute),
    question: fc.nat(3),
  }),
  fc.record({
    type: fc.constantFrom('opened' as const, 'pause' as const, 'resume' as const),
    atMs: fc.nat(140 * minute),
  }),
  fc.record({
    type: fc.constant('submitted' as const),
    atMs: fc.nat(140 * minute),
    by: fc.constantFrom('learner' as const, 'clock' as const),
  }),
);

test('whatever happens, answers keep to their question, time is not negative, and every event is applied or counted', () => {
  fc.assert(
    fc.property(
      fc.array(anyEvent, { maxLength: 30 }),
      fc.constantFrom('timed' as const, 'practice' as const),
      (events, mode) => {
        const attempt = play(mode, ...events);
        for (const [index, choices] of attempt.answers.entries()) {
          expect(choices.length).toBeLessThanOrEqual(items[index]?.choose ?? 0);
        }
        expect(attempt.milliseconds.every((ms) => ms >= 0)).toBe(true);
        expect(attempt.position).toBeLessThan(3);
        expect(attempt.ignored).toBeLessThanOrEqual(events.length);
      },
    ),
  );
});

test('an attempt read back from its log is the same, wherever the log is cut and folded on', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 30 }), fc.nat(30), (events, cut) => {
      const all = [startOf(anAttempt('practice', items)), ...events];
      const read = all.map((event): unknown => JSON.parse(JSON.stringify(event))).filter(isAttemptEvent);
      expect(read).toHaveLength(all.length);
      const [start] = read as [StartedEvent];
      const before = read.slice(1, cut + 1).reduce(applyEvent, startAttempt(start));
      const whole = events.reduce(applyEvent, startAttempt(all[0] as StartedEvent));
      expect(read.slice(cut + 1).reduce(applyEvent, before)).toEqual(whole);
    }),
  );
});

test.each<[string, unknown]>([
  ['null', null],
  ['a list', []],
  ['an unknown type', { type: 'shout', atMs: 1 }],
  ['no time', { type: 'pause' }],
  ['time as text', { type: 'pause', atMs: '1' }],
  ['an answer without choices', { type: 'answer', atMs: 1, question: 0 }],
  ['a choice that is not whole', { type: 'answer', atMs: 1, question: 0, choices: [0.5] }],
  ['a question below zero', { type: 'visit', atMs: 1, question: -1 }],
  ['a flag that says maybe', { type: 'flag', atMs: 1, question: 0, flagged: 'maybe' }],
  ['an end by nobody', { type: 'submitted', atMs: 1, by: 'cat' }],
  ['a start of another format', { ...startOf(anAttempt('timed', items)), format: 2 }],
  ['a start without a paper', { ...startOf(anAttempt('timed', items)), paper: undefined }],
  [
    'a start with half an item',
    { ...startOf(anAttempt('timed', items)), paper: { exam: 'X', items: [{ questionId: 'a' }] } },
  ],
])('%s is no event', (_, value) => {
  expect(isAttemptEvent(value)).toBe(false);
});
