import { isExpired } from '../domain/exam/clock.ts';
import type { Attempts, StoredAttempt } from '../ports.ts';

/** finished; unfinished; expired: its time is up, `exam --resume` scores it; open: in another terminal. */
export type AttemptStatus = 'finished' | 'unfinished' | 'expired' | 'open';

export function statusOf({ attempt }: StoredAttempt, attempts: Attempts, nowMs: number): AttemptStatus {
  if (attempt.phase.phase === 'submitted') return 'finished';
  if (attempts.isOpen(attempt.attemptId)) return 'open';
  // A practice that nobody watches stands still.
  return attempt.mode === 'timed' && isExpired(attempt, nowMs) ? 'expired' : 'unfinished';
}
