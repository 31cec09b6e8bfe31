import type { Attempt } from '../domain/exam/attempt.ts';
import { type ExamResult, scoreAttempt } from '../domain/exam/score.ts';
import { UserError } from '../errors.ts';
import type { Attempts, Exams, StoredAttempt } from '../ports.ts';
import { type ExamShelf, examOf } from './exam-shelf.ts';
import { type AttemptStatus, statusOf } from './exam-status.ts';
import { metQuestions } from './met-questions.ts';

export interface AttemptRow {
  readonly attempt: Attempt;
  readonly status: AttemptStatus;
  /** Of finished attempts only. */
  readonly result?: ExamResult;
  /** Questions that no earlier attempt had shown. */
  readonly unseen: number;
}

export function resultOf(shelf: ExamShelf, attempt: Attempt): ExamResult {
  const blueprint = examOf(shelf, attempt.paper.exam);
  return scoreAttempt(attempt, blueprint, linkedCards(shelf.exams));
}

function linkedCards(exams: Exams): (questionId: string) => readonly string[] {
  const byId = new Map(exams.entries().map((entry) => [entry.id, entry.cards]));
  return (questionId) => byId.get(questionId) ?? [];
}

/** All attempts, oldest first. */
export function historyRows(
  shelf: ExamShelf,
  attempts: Attempts,
  stored: readonly StoredAttempt[],
  nowMs: number,
): AttemptRow[] {
  const met = new Set<string>();
  const known = new Set(shelf.blueprints.map(({ code }) => code));
  return stored
    .filter(({ attempt }) => known.has(attempt.paper.exam))
    .map((one) => {
      const { attempt } = one;
      const status = statusOf(one, attempts, nowMs);
      const unseen = attempt.paper.items.filter(({ questionId }) => !met.has(questionId)).length;
      for (const id of metQuestions(one)) met.add(id);
      const scored = status === 'finished' ? { result: resultOf(shelf, attempt) } : {};
      return { attempt, status, unseen, ...scored };
    });
}

/** Fewer questions say too little for a trend. */
const fewestForTrend = 20;
/** A mock counts as unseen where at most a tenth of its questions were met before. */
const unseenShare = 0.9;
const readyShare = 0.8;
const readyMocks = 2;

export interface Trend {
  readonly exam: string;
  /** Shares of right answers, oldest first; of attempts of 20 questions or more. */
  readonly shares: readonly number[];
  /** Change of the share from one attempt to the next, by least squares; null with fewer than two. */
  readonly changePerAttempt: number | null;
  /** Two timed mocks of unseen questions at 80% or more. */
  readonly ready: boolean;
}

export function trendsOf(rows: readonly AttemptRow[]): Trend[] {
  const counted = rows.filter(({ result }) => result !== undefined && result.raw.questions >= fewestForTrend);
  const exams = [...new Set(counted.map(({ attempt }) => attempt.paper.exam))];
  return exams.map((exam) => {
    const own = counted.filter(({ attempt }) => attempt.paper.exam === exam);
    const shares = own.map(({ result }) => result?.scored.share ?? 0);
    const good = own.filter(
      ({ attempt, result, unseen }) =>
        attempt.mode === 'timed' &&
        unseen >= unseenShare * attempt.paper.items.length &&
        (result?.scored.share ?? 0) >= readyShare,
    );
    return { exam, shares, changePerAttempt: slopeOf(shares), ready: good.length >= readyMocks };
  });
}

/** Least squares over 0, 1, 2, … */
function slopeOf(values: readonly number[]): number | null {
  const count = values.length;
  if (count < 2) return null;
  const middle = (count - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const above = values.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0);
  const below = values.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
  return above / below;
}

/**
 * The attempt a learner means: an id or its beginning, a number counted back from the latest (1), or nothing for the latest.
 * @throws UserError where there is none or several
 */
export function findAttempt(rows: readonly AttemptRow[], typed: string | undefined): AttemptRow {
  const newestFirst = [...rows].reverse();
  if (rows.length === 0) {
    throw new UserError('there is no attempt yet.', 'Take one: "aws-study exam".');
  }
  if (typed === undefined) {
    const finished = newestFirst.find(({ status }) => status === 'finished');
    if (finished !== undefined) return finished;
    throw new UserError('no attempt is finished yet.', 'Go on with "aws-study exam --resume".');
  }
  if (/^\d{1,3}$/.test(typed)) {
    const row = newestFirst[Number(typed) - 1];
    if (row !== undefined) return row;
  }
  const matching = rows.filter(({ attempt }) => attempt.attemptId.startsWith(typed.toLowerCase()));
  const exact = matching.find(({ attempt }) => attempt.attemptId === typed.toLowerCase());
  if (exact !== undefined) return exact;
  if (matching.length === 1) return matching[0] as AttemptRow;
  throw new UserError(
    matching.length === 0
      ? `there is no attempt "${typed}".`
      : `"${typed}" is the beginning of ${matching.length} attempts.`,
    '"aws-study exam history" shows them all.',
  );
}
