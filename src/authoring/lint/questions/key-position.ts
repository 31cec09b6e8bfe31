import { fewestForBalance, wholeBank } from './question-rule.ts';

/**
 * 99.9% point of the chi-squared distribution with 3 degrees of freedom: a bank without a habit is blamed once in 1,000.
 * https://www.itl.nist.gov/div898/handbook/eda/section3/eda3674.htm
 */
const criticalValue = 16.266;

export const keyPosition = wholeBank(
  'key-position',
  'The key of questions with four options stands at each place about equally often.',
  (questions) => {
    const four = questions.filter((question) => question.choose === 1 && question.options.length === 4);
    if (four.length < fewestForBalance) return undefined;
    const counts = [0, 1, 2, 3].map(
      (place) => four.filter(({ options }) => options[place]?.correct === true).length,
    );
    const expected = four.length / 4;
    const chiSquared = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    if (chiSquared <= criticalValue) return undefined;
    return [
      `The key stands first to fourth ${counts.join(', ')} times in ${four.length} questions.`,
      `Move keys so that each place has about ${Math.round(expected)}.`,
    ];
  },
);
