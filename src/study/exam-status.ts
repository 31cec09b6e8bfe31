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

/** What a learner types to mean an attempt: its number in the history, or its id or the beginning of that. */
export function isMeant(
  typed: string,
  { number, attempt }: { readonly number: number; readonly attempt: { readonly attemptId: string } },
): boolean {
  // Ids begin with a year: what is shorter is a number, and never the beginning of an id.
  if (/^\d{1,3}$/.test(typed)) return Number(typed) === number;
  return attempt.attemptId.startsWith(typed.toLowerCase());
}
