import { expect, test } from 'vitest';
import { startAttempt } from '../../src/domain/exam/attempt.ts';
import type { AttemptEvent } from '../../src/domain/exam/attempt-events.ts';
import { ExamSession } from '../../src/study/exam-session.ts';
import { FixedClock, morning } from '../support/fixed-clock.ts';

const item = {
  questionId: 'q1',
  domainId: '1',
  taskId: '1.1',
  choose: 1,
  keys: [0],
  order: [0, 1],
  scored: true,
  fingerprint: 'f',
};

test('what cannot be done leaves no line in the log', () => {
  const written: AttemptEvent['type'][] = [];
  const session = new ExamSession({
    attempt: startAttempt({
      type: 'started',
      atMs: morning,
      format: 1,
      attemptId: 'a1',
      mode: 'practice',
      seed: 1,
      deadlineMs: null,
      paper: { exam: 'DVA-C03', items: [item] },
    }),
    log: { append: ({ type }) => void written.push(type), close: () => {} },
    clock: new FixedClock(),
    exams: { question: () => undefined },
  });
  session.answer([1]);
  session.answer([0, 1]);
  session.reveal();
  session.answer([0]);
  session.resume();
  session.submit();
  session.toggleFlag();
  expect(written).toEqual(['answer', 'reveal', 'submitted']);
  expect(session.choices()).toEqual([1]);
});
