import type { Paper, PaperItem } from './paper.ts';

/** timed: no feedback, the clock runs on. practice: the answer is shown at once, the clock can pause. */
export type AttemptMode = 'timed' | 'practice' | 'untimed';

export interface StartedEvent {
  readonly type: 'started';
  readonly atMs: number;
  /** Version of the event format. */
  readonly format: 1;
  readonly attemptId: string;
  readonly mode: AttemptMode;
  readonly seed: number;
  /** Absolute, ms since 1970; null: no clock. */
  readonly deadlineMs: number | null;
  readonly paper: Paper;
}

/**
 * What an attempt's log holds, one JSON object a line. `question` is the index in the paper; `choices` are indexes into
 * the bank's options, so an answer does not hang on the order in which the options were shown.
 */
export type AttemptEvent =
  | StartedEvent
  | {
      readonly type: 'answer';
      readonly atMs: number;
      readonly question: number;
      readonly choices: readonly number[];
    }
  | { readonly type: 'flag'; readonly atMs: number; readonly question: number; readonly flagged: boolean }
  | { readonly type: 'visit'; readonly atMs: number; readonly question: number }
  /** A terminal has opened the attempt again: the time since the last event was spent elsewhere. */
  | { readonly type: 'opened'; readonly atMs: number }
  /** practice: the answer of a question was shown; it can no longer be changed. */
  | { readonly type: 'reveal'; readonly atMs: number; readonly question: number }
  | { readonly type: 'pause'; readonly atMs: number }
  | { readonly type: 'resume'; readonly atMs: number }
  | { readonly type: 'submitted'; readonly atMs: number; readonly by: 'learner' | 'clock' };

type Loose = Readonly<Record<string, unknown>>;

/** Whether a parsed line is an event. Shapes only: whether it fits its attempt is for the fold to say. */
export function isAttemptEvent(value: unknown): value is AttemptEvent {
  if (!isRecord(value) || !isTime(value.atMs)) return false;
  switch (value.type) {
    case 'answer':
      return isIndex(value.question) && isIndexes(value.choices);
    case 'flag':
      return isIndex(value.question) && typeof value.flagged === 'boolean';
    case 'visit':
    case 'reveal':
      return isIndex(value.question);
    case 'opened':
    case 'pause':
    case 'resume':
      return true;
    case 'submitted':
      return value.by === 'learner' || value.by === 'clock';
    case 'started':
      return isStarted(value);
    default:
      return false;
  }
}

function isStarted(value: Loose): boolean {
  return (
    value.format === 1 &&
    typeof value.attemptId === 'string' &&
    (value.mode === 'timed' || value.mode === 'practice' || value.mode === 'untimed') &&
    typeof value.seed === 'number' &&
    (value.deadlineMs === null || isTime(value.deadlineMs)) &&
    isPaper(value.paper)
  );
}

function isPaper(value: unknown): value is Paper {
  return (
    isRecord(value) &&
    typeof value.exam === 'string' &&
    Array.isArray(value.items) &&
    value.items.every(isItem)
  );
}

function isItem(value: unknown): value is PaperItem {
  return (
    isRecord(value) &&
    typeof value.questionId === 'string' &&
    typeof value.domainId === 'string' &&
    typeof value.taskId === 'string' &&
    isIndex(value.choose) &&
    isIndexes(value.keys) &&
    isIndexes(value.order) &&
    typeof value.scored === 'boolean' &&
    typeof value.fingerprint === 'string'
  );
}

function isRecord(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isIndex(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

function isIndexes(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every(isIndex);
}
