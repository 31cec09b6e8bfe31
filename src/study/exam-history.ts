import type { Attempt } from '../domain/exam/attempt.ts';
import { type ExamResult, scoreAttempt } from '../domain/exam/score.ts';
import { UserError } from '../errors.ts';
import type { Attempts, Exams, StoredAttempt } from '../ports.ts';
import { type ExamShelf, examOf } from './exam-shelf.ts';
import { type AttemptStatus, isMeant, statusOf } from './exam-status.ts';
import { metQuestions } from './met-questions.ts';

export interface AttemptRow {
  /** 1 for the learner's first attempt; it stays the same when others follow. */
  readonly number: number;
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
  return stored.flatMap((one, index) => {
    const { attempt } = one;
    if (!known.has(attempt.paper.exam)) return [];
    const status = statusOf(one, attempts, nowMs);
    const unseen = attempt.paper.items.filter(({ questionId }) => !met.has(questionId)).length;
    for (const id of metQuestions(one)) met.add(id);
    const scored = status === 'finished' ? { result: resultOf(shelf, attempt) } : {};
    return [{ number: index + 1, attempt, status, unseen, ...scored }];
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

/** For each exam with a long attempt, or with two that are over. */
export function trendsOf(rows: readonly AttemptRow[]): Trend[] {
  const over = rows.filter(({ result }) => result !== undefined);
  const exams = [...new Set(over.map(({ attempt }) => attempt.paper.exam))];
  return exams.flatMap((exam) => {
    const taken = over.filter(({ attempt }) => attempt.paper.exam === exam);
    const own = taken.filter(({ result }) => (result?.raw.questions ?? 0) >= fewestForTrend);
    if (own.length === 0 && taken.length < 2) return [];
    const shares = own.map(({ result }) => result?.scored.share ?? 0);
    const good = own.filter(
      ({ attempt, result, unseen }) =>
        attempt.mode === 'timed' &&
        unseen >= unseenShare * attempt.paper.items.length &&
        (result?.scored.share ?? 0) >= readyShare,
    );
    return [{ exam, shares, changePerAttempt: slopeOf(shares), ready: good.length >= readyMocks }];
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
 * The attempt a learner means; with nothing typed the latest that is finished.
 * @throws UserError where there is none or several
 */
export function findAttempt(rows: readonly AttemptRow[], typed: string | undefined): AttemptRow {
  if (rows.length === 0) {
    throw new UserError('there is no attempt yet.', 'Take one: "aws-study exam".');
  }
  if (typed === undefined) {
    const finished = rows.findLast(({ status }) => status === 'finished');
    if (finished !== undefined) return finished;
    throw new UserError('no attempt is finished yet.', 'Go on with "aws-study exam --resume".');
  }
  const matching = rows.filter((row) => isMeant(typed, row));
  const exact = matching.find(({ attempt }) => attempt.attemptId === typed.toLowerCase());
  const [only] = exact === undefined ? matching : [exact];
  if (only !== undefined && (exact !== undefined || matching.length === 1)) return only;
  throw new UserError(
    matching.length === 0
      ? `there is no attempt "${typed}".`
      : `"${typed}" is the beginning of ${matching.length} attempts.`,
    '"aws-study exam history" shows them all, with their numbers.',
  );
}
