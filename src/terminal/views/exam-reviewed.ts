import type { ReviewedQuestion } from '../../study/exam-reviewed.ts';
import { lettersOf } from '../exam/exam-words.ts';

/** One question as `exam review --json` prints it; options stand in the order of the screen. */
export function reviewDocument({ asked, choices, right, flagged, milliseconds, cards }: ReviewedQuestion) {
  const { item, question, changed, index } = asked;
  return {
    number: index + 1,
    id: item.questionId,
    domain: item.domainId,
    task: item.taskId,
    scored: item.scored,
    right,
    flagged,
    seconds: Math.round(milliseconds / 1000),
    yourAnswer: lettersOf(item, choices),
    rightAnswer: lettersOf(item, item.keys),
    stem: question?.stem ?? null,
    options: item.order.map((option) => ({
      text: question?.options[option]?.text ?? null,
      correct: item.keys.includes(option),
      chosen: choices.includes(option),
      why: question?.options[option]?.why ?? null,
    })),
    explanation: question?.explanation ?? null,
    sources: question?.sources ?? [],
    cards,
    /** The question was edited after it was asked. */
    changed,
  };
}
