import type { ReviewedQuestion, ReviewWish } from '../../study/exam-reviewed.ts';

/** The questions a learner wants to walk through. */
export function wished(
  questions: readonly ReviewedQuestion[],
  wish: ReviewWish,
): readonly ReviewedQuestion[] {
  if (wish === 'all') return questions;
  return questions.filter(({ right, flagged }) => (wish === 'wrong' ? !right : flagged));
}
