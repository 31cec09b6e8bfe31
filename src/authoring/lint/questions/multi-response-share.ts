import { fewestForBalance, percent, wholeBank } from './question-rule.ts';

const [least, most] = [0.15, 0.2];

export const multiResponseShare = wholeBank(
  'multi-response-share',
  'About 15-20% of the questions have several keys.',
  (questions) => {
    const total = questions.length;
    const several = questions.filter((question) => question.choose > 1).length;
    const fits = several >= Math.floor(least * total) && several <= Math.ceil(most * total);
    if (total < fewestForBalance || fits) return undefined;
    return [
      `${several} of ${total} questions (${percent(several / total)}) have several keys, not 15-20%.`,
      `Aim at ${Math.ceil(least * total)} to ${Math.floor(most * total)} of them.`,
    ];
  },
);
