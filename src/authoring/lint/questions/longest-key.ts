import type { ExamQuestion } from '../../../domain/exam/exam-question.ts';
import { fewestForBalance, percent, wholeBank } from './question-rule.ts';

const mostShare = 0.4;

export const longestKey = wholeBank(
  'longest-key',
  'The longest option is the key in at most 40% of the questions with one key.',
  (questions) => {
    const single = questions.filter((question) => question.choose === 1);
    const telling = single.filter(isKeyLongest);
    const share = telling.length / single.length;
    if (single.length < fewestForBalance || share <= mostShare) return undefined;
    const some = telling.slice(0, 8).map((question) => question.id);
    return [
      `The longest option is the key in ${percent(share)} of ${single.length} questions; four options alike give 25%.`,
      `Shorten keys or lengthen distractors, for instance in ${some.join(', ')}.`,
    ];
  },
);

/** A tie tells nothing. */
function isKeyLongest({ options }: ExamQuestion): boolean {
  const longestDistractor = Math.max(
    0,
    ...options.filter((one) => !one.correct).map((one) => one.text.length),
  );
  return options.some((one) => one.correct && one.text.length > longestDistractor);
}
