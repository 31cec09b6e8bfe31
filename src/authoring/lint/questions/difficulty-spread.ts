import { fewestForBalance, percent, wholeBank } from './question-rule.ts';

const aims = [
  { difficulty: 1, name: 'recall', share: 0.2 },
  { difficulty: 2, name: 'apply', share: 0.5 },
  { difficulty: 3, name: 'decide', share: 0.3 },
] as const;

const tolerance = 0.1;

export const difficultySpread = wholeBank(
  'difficulty-spread',
  'Difficulty 1, 2 and 3 stand at about 20%, 50% and 30%.',
  (questions) => {
    if (questions.length < fewestForBalance) return undefined;
    const found = aims.map((aim) => {
      const share =
        questions.filter((question) => question.difficulty === aim.difficulty).length / questions.length;
      return { ...aim, found: share, fits: Math.abs(share - aim.share) <= tolerance + 1e-9 };
    });
    if (found.every((one) => one.fits)) return undefined;
    return [
      `Difficulty 1, 2, 3 stand at ${found.map((one) => percent(one.found)).join(', ')}, not near 20%, 50%, 30%.`,
      `Adjust ${found
        .filter((one) => !one.fits)
        .map((one) => `${one.difficulty} (${one.name})`)
        .join(' and ')}.`,
    ];
  },
);
