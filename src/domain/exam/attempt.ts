import type { AttemptEvent, AttemptMode, StartedEvent } from './attempt-events.ts';
import { type AttemptClock, deadlineOf } from './clock.ts';
import type { Paper, PaperItem } from './paper.ts';

/** An answer that was given, changed or taken back. */
export interface AnswerChange {
  readonly atMs: number;
  readonly question: number;
  readonly choices: readonly number[];
}

/** A mock exam being taken, folded from its events. Arrays run parallel to the items of the paper. */
export interface Attempt extends AttemptClock {
  readonly attemptId: string;
  readonly mode: AttemptMode;
  readonly seed: number;
  readonly paper: Paper;
  readonly startedAtMs: number;
  /** Index of the question on the screen. */
  readonly position: number;
  /** Indexes into the bank's options, ascending; empty: not answered. */
  readonly answers: readonly (readonly number[])[];
  readonly flags: readonly boolean[];
  readonly revealed: readonly boolean[];
  /** Time with the question on the screen. */
  readonly milliseconds: readonly number[];
  readonly changes: readonly AnswerChange[];
  readonly lastEventMs: number;
  /** Events that could not be: after the end, out of range, too many choices. */
  readonly ignored: number;
}

export function startAttempt(event: StartedEvent): Attempt {
  const { attemptId, mode, seed, paper, deadlineMs, atMs } = event;
  return {
    attemptId,
    mode,
    seed,
    paper,
    startedAtMs: atMs,
    deadlineMs,
    pausedMs: 0,
    phase: { phase: 'open' },
    position: 0,
    answers: paper.items.map(() => []),
    flags: paper.items.map(() => false),
    revealed: paper.items.map(() => false),
    milliseconds: paper.items.map(() => 0),
    changes: [],
    lastEventMs: atMs,
    ignored: 0,
  };
}

/** An event that cannot be leaves the attempt as it was and is counted. */
export function applyEvent(attempt: Attempt, event: AttemptEvent): Attempt {
  if (attempt.phase.phase === 'submitted' || event.type === 'started') return ignore(attempt);
  if (event.type === 'opened') return reopen(attempt, event.atMs);
  if (event.type === 'submitted') {
    const ended = spend(attempt, event.atMs);
    return { ...ended, phase: { phase: 'submitted', atMs: event.atMs, by: event.by } };
  }
  if (isLate(attempt, event.atMs)) return ignore(attempt);
  switch (event.type) {
    case 'pause':
      if (attempt.mode !== 'practice' || attempt.phase.phase === 'paused') return ignore(attempt);
      return { ...spend(attempt, event.atMs), phase: { phase: 'paused', sinceMs: event.atMs } };
    case 'resume':
      return attempt.phase.phase === 'paused' ? endPause(attempt, event.atMs) : ignore(attempt);
    default:
      return onQuestion(attempt, event);
  }
}

function onQuestion(attempt: Attempt, event: Extract<AttemptEvent, { question: number }>): Attempt {
  const item = attempt.paper.items[event.question];
  if (item === undefined || attempt.phase.phase === 'paused') return ignore(attempt);
  const spent = spend(attempt, event.atMs);
  switch (event.type) {
    case 'visit':
      return { ...spent, position: event.question };
    case 'flag':
      return { ...spent, flags: attempt.flags.with(event.question, event.flagged) };
    case 'reveal':
      if (attempt.mode !== 'practice') return ignore(attempt);
      return { ...spent, revealed: attempt.revealed.with(event.question, true) };
    case 'answer': {
      const choices = [...event.choices].sort((a, b) => a - b);
      if (attempt.revealed[event.question] === true || !canChoose(item, choices)) return ignore(attempt);
      if (sameChoices(choices, attempt.answers[event.question] ?? [])) return spent;
      return {
        ...spent,
        answers: attempt.answers.with(event.question, choices),
        changes: [...attempt.changes, { atMs: event.atMs, question: event.question, choices }],
      };
    }
  }
}

/** Options that exist, each once, and no more of them than the question asks for. */
function canChoose(item: PaperItem, choices: readonly number[]): boolean {
  const known = choices.every((choice) => item.order.includes(choice));
  return known && choices.length <= item.choose && new Set(choices).size === choices.length;
}

export function sameChoices(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((choice, index) => choice === b[index]);
}

/** Time up to now goes to the question on the screen. A clock that was set back adds nothing. */
function spend(attempt: Attempt, atMs: number): Attempt {
  const open = attempt.phase.phase === 'open';
  const limitMs = Math.min(atMs, deadlineOf(attempt, atMs) ?? atMs);
  const ms = open ? Math.max(0, limitMs - attempt.lastEventMs) : 0;
  const before = attempt.milliseconds[attempt.position];
  const milliseconds =
    before === undefined ? attempt.milliseconds : attempt.milliseconds.with(attempt.position, before + ms);
  return { ...attempt, milliseconds, lastEventMs: atMs };
}

/** A practice that nobody watched has paused; an exam's clock has run on. */
function reopen(attempt: Attempt, atMs: number): Attempt {
  if (attempt.phase.phase === 'paused') return endPause(attempt, atMs);
  const awayMs = attempt.mode === 'practice' ? Math.max(0, atMs - attempt.lastEventMs) : 0;
  return { ...attempt, pausedMs: attempt.pausedMs + awayMs, lastEventMs: atMs };
}

function endPause(attempt: Attempt, atMs: number): Attempt {
  const pausedMs = attempt.phase.phase === 'paused' ? Math.max(0, atMs - attempt.phase.sinceMs) : 0;
  return { ...attempt, pausedMs: attempt.pausedMs + pausedMs, phase: { phase: 'open' }, lastEventMs: atMs };
}

function isLate(attempt: Attempt, atMs: number): boolean {
  const deadlineMs = deadlineOf(attempt, atMs);
  return deadlineMs !== null && atMs >= deadlineMs;
}

function ignore(attempt: Attempt): Attempt {
  return { ...attempt, ignored: attempt.ignored + 1 };
}
