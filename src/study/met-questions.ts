import type { StoredAttempt } from '../ports.ts';

/**
 * Ids of the questions that an attempt showed to the learner. The review after the end shows all of them, also those that
 * were never reached; nobody reads through a paper that was submitted empty.
 */
export function metQuestions({ attempt, shown }: StoredAttempt): string[] {
  const { paper, phase, answers } = attempt;
  const wasReadThrough = phase.phase === 'submitted' && answers.some((choices) => choices.length > 0);
  return paper.items.flatMap(({ questionId }, index) =>
    wasReadThrough || shown.has(index) ? [questionId] : [],
  );
}
