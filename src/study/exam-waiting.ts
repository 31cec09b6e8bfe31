import { remainingMs } from '../domain/exam/clock.ts';
import type { World } from '../ports.ts';
import { type AttemptStatus, statusOf } from './exam-status.ts';

/** An attempt that is not finished, latest of all. */
export interface WaitingExam {
  readonly exam: string;
  /** As in the history: 1 is the first attempt. */
  readonly number: number;
  readonly status: Exclude<AttemptStatus, 'finished'>;
  /** null: it has no clock, or the clock waits. */
  readonly msLeft: number | null;
}

/** The attempt that "exam --resume" would go on with. */
export async function waitingExam(world: World): Promise<WaitingExam | undefined> {
  const attempts = await world.attempts();
  const stored = attempts.list().attempts;
  const nowMs = world.clock.now();
  for (const [index, one] of [...stored.entries()].reverse()) {
    const status = statusOf(one, attempts, nowMs);
    if (status === 'finished') continue;
    const runs = one.attempt.mode === 'timed' || status === 'open';
    const msLeft = runs ? remainingMs(one.attempt, nowMs) : null;
    return { exam: one.attempt.paper.exam, number: index + 1, status, msLeft };
  }
  return undefined;
}
