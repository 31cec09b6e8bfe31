import { eachCard } from './card-rule.ts';

export const optionWhy = eachCard(
  'option-why',
  'warning',
  'Every option of a shipped choice card says why it is right or wrong.',
  (card, say, { shipped }) => {
    if (card.kind !== 'choice' || !shipped) return;
    card.options.forEach((option, index) => {
      if (option.why === undefined)
        say(
          ['options', index],
          `the option "${option.text}" has no why`,
          'Say in a sentence why it is right or wrong here.',
        );
    });
  },
);
