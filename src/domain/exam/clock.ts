import type { Blueprint } from './blueprint.ts';

const msPerMinute = 60_000;

export type AttemptPhase =
  | { readonly phase: 'open' }
  | { readonly phase: 'paused'; readonly sinceMs: number }
  | { readonly phase: 'submitted'; readonly atMs: number; readonly by: 'learner' | 'clock' };

/** As much of an attempt as tells the time. */
export interface AttemptClock {
  /** As set at the start, ms since 1970; see deadlineOf. null: no clock. */
  readonly deadlineMs: number | null;
  /** Pauses that are over. */
  readonly pausedMs: number;
  readonly phase: AttemptPhase;
}

export interface ClockChoice {
  /** Questions in the paper, if it is not a whole one: the time shrinks or grows with it. */
  readonly questions?: number;
  /** Minutes the learner asks for instead of the exam's. */
  readonly minutes?: number;
  /** Add the accommodation for non-native speakers of English. */
  readonly extraTime?: boolean;
}

/** Whole minutes, rounded up. */
export function minutesAllowed(blueprint: Blueprint, choice: ClockChoice = {}): number {
  const part = (choice.questions ?? blueprint.questions) / blueprint.questions;
  const minutes = choice.minutes ?? blueprint.minutes * part;
  return Math.ceil(minutes + (choice.extraTime === true ? blueprint.extraMinutes * part : 0));
}

export function deadlineAfter(startedAtMs: number, minutes: number): number {
  return startedAtMs + minutes * msPerMinute;
}

/** The deadline with the pauses so far, ms since 1970; null: no clock. */
export function deadlineOf(clock: AttemptClock, nowMs: number): number | null {
  if (clock.deadlineMs === null) return null;
  const pausing = clock.phase.phase === 'paused' ? Math.max(0, nowMs - clock.phase.sinceMs) : 0;
  return clock.deadlineMs + clock.pausedMs + pausing;
}

/** Never negative; null: no clock. Stands still while a practice is paused. */
export function remainingMs(clock: AttemptClock, nowMs: number): number | null {
  const deadlineMs = deadlineOf(clock, nowMs);
  return deadlineMs === null ? null : Math.max(0, deadlineMs - nowMs);
}

/** Whether the clock must submit the attempt now. Ask after the fold has seen `opened`: a practice pauses while closed. */
export function isExpired(clock: AttemptClock, nowMs: number): boolean {
  return clock.phase.phase !== 'submitted' && remainingMs(clock, nowMs) === 0;
}
