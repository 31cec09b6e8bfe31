import { completeness, isRight } from './answering.ts';
import type { Attempt } from './attempt.ts';

/** Ids of questions whose answer was changed, by what the change did. */
export interface ChangedAnswers {
  /** Once right, wrong in the end. */
  readonly rightToWrong: readonly string[];
  /** Once wrong, right in the end. */
  readonly wrongToRight: readonly string[];
  /** Changed from one wrong answer to another. */
  readonly wrongToWrong: readonly string[];
}

/**
 * Compares every whole answer with the last state. Steps on the way to one (the first of two options) are no answers, and
 * an answer that was left and taken again is no change.
 */
export function changedAnswers(attempt: Attempt): ChangedAnswers {
  const changed = {
    rightToWrong: [] as string[],
    wrongToRight: [] as string[],
    wrongToWrong: [] as string[],
  };
  for (const [question, item] of attempt.paper.items.entries()) {
    const last = attempt.answers[question] ?? [];
    const others = attempt.changes
      .filter((change) => change.question === question)
      .map((change) => change.choices)
      .filter((choices) => completeness(item, choices) === 'answered' && choices.join() !== last.join());
    if (others.length === 0) continue;
    const [wasRight, isNowRight] = [others.some((choices) => isRight(item, choices)), isRight(item, last)];
    const kind = isNowRight ? 'wrongToRight' : wasRight ? 'rightToWrong' : 'wrongToWrong';
    changed[kind].push(item.questionId);
  }
  return changed;
}
