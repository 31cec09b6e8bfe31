import type { Attempt } from '../domain/exam/attempt.ts';
import type { ExamResult } from '../domain/exam/score.ts';
import { type AskedQuestion, askedQuestion } from './exam-session.ts';
import type { ExamShelf } from './exam-shelf.ts';

export type ReviewWish = 'wrong' | 'flagged' | 'all';

/** A question after the end. */
export interface ReviewedQuestion {
  readonly asked: AskedQuestion;
  readonly choices: readonly number[];
  readonly right: boolean;
  readonly flagged: boolean;
  readonly milliseconds: number;
  /** Linked notes that the decks have. */
  readonly cards: readonly string[];
}

export function reviewedQuestions(
  { exams }: ExamShelf,
  attempt: Attempt,
  result: ExamResult,
  notes: ReadonlySet<string>,
): readonly ReviewedQuestion[] {
  return result.questions.flatMap(({ question, right, flagged, milliseconds }) => {
    const item = attempt.paper.items[question];
    if (item === undefined) return [];
    const asked = askedQuestion(exams, question, item);
    const cards = (asked.question?.cards ?? []).filter((card) => notes.has(card));
    return [{ asked, choices: attempt.answers[question] ?? [], right, flagged, milliseconds, cards }];
  });
}
