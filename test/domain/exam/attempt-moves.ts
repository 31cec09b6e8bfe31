import { type Attempt, applyEvent } from '../../../src/domain/exam/attempt.ts';
import type { AttemptEvent } from '../../../src/domain/exam/attempt-events.ts';
import { anAttempt, anItem } from './an-exam.ts';

export const minute = 60_000;

/** Three questions; the second has two keys. */
export const items = [anItem(), anItem({ choose: 2, keys: [0, 1], order: [0, 1, 2, 3, 4] }), anItem()];

export function play(mode: 'timed' | 'practice' | 'untimed', ...events: AttemptEvent[]): Attempt {
  return events.reduce(applyEvent, anAttempt(mode, items));
}

export const answer = (atMs: number, question: number, choices: number[]): AttemptEvent => ({
  type: 'answer',
  atMs,
  question,
  choices,
});

export const visit = (atMs: number, question: number): AttemptEvent => ({ type: 'visit', atMs, question });

export const at = (type: 'opened' | 'pause' | 'resume', atMs: number): AttemptEvent => ({ type, atMs });

export function startOf(attempt: Attempt): AttemptEvent {
  const { attemptId, mode, seed, deadlineMs, paper } = attempt;
  return { type: 'started', atMs: 0, format: 1, attemptId, mode, seed, deadlineMs, paper };
}
