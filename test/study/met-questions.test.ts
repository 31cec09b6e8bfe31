import { expect, test } from 'vitest';
import { applyEvent, startAttempt } from '../../src/domain/exam/attempt.ts';
import type { AttemptEvent, StartedEvent } from '../../src/domain/exam/attempt-events.ts';
import { metQuestions } from '../../src/study/met-questions.ts';

const item = (questionId: string) => ({
  questionId,
  domainId: '1',
  taskId: '1.1',
  choose: 1,
  keys: [0],
  order: [0, 1],
  scored: true,
  fingerprint: 'f',
});

const start: StartedEvent = {
  type: 'started',
  atMs: 0,
  format: 1,
  attemptId: 'a1',
  mode: 'timed',
  seed: 1,
  deadlineMs: null,
  paper: { exam: 'DVA-C03', items: ['q1', 'q2', 'q3'].map(item) },
};

const answer: AttemptEvent = { type: 'answer', atMs: 1, question: 0, choices: [1] };
const submitted: AttemptEvent = { type: 'submitted', atMs: 2, by: 'learner' };

test.each<[string, AttemptEvent[], string[]]>([
  ['what was on the screen, while it goes on', [answer], ['q1', 'q2']],
  ['all of it after the end, which shows the answers', [answer, submitted], ['q1', 'q2', 'q3']],
  ['what was on the screen, where it was submitted empty', [submitted], ['q1', 'q2']],
])('an attempt has shown %s', (_, events, met) => {
  const attempt = events.reduce(applyEvent, startAttempt(start));
  expect(metQuestions({ attempt, shown: new Set([0, 1]) })).toEqual(met);
});
