import { positionalText } from '../positional-text.ts';
import { eachCard, textsOf } from './card-rule.ts';

export const positionalWords = eachCard(
  'positional-words',
  'error',
  'No text of a choice speaks of where an option stands: options are shuffled.',
  (card, say) => {
    if (card.kind !== 'choice') return;
    for (const [path, text] of textsOf(card)) {
      const found = positionalText(text);
      if (found !== undefined)
        say(
          path,
          `"${found}" speaks of a place, but options are shuffled`,
          'Name what the option does instead.',
        );
    }
  },
);
