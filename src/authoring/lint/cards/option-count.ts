import { eachCard } from './card-rule.ts';

/** Fewer distractors than this and guessing pays. */
const fewestDistractors = 2;

export const optionCount = eachCard(
  'option-count',
  'warning',
  'A choice has distractors enough, and no option twice.',
  (card, say) => {
    if (card.kind !== 'choice') return;
    const distractors = card.options.length - card.choose;
    if (distractors < fewestDistractors) {
      say(
        ['options'],
        `there ${distractors === 1 ? 'is 1 distractor' : `are ${distractors} distractors`}`,
        `Give at least ${fewestDistractors}: things a half-prepared person would choose.`,
      );
    }
    const seen = new Set<string>();
    card.options.forEach((option, index) => {
      const normal = option.text.trim().toLowerCase();
      if (seen.has(normal))
        say(
          ['options', index, 'text'],
          `the option "${option.text}" is given twice`,
          'Write another distractor.',
        );
      seen.add(normal);
    });
  },
);
