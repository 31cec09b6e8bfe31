import { eachQuestion } from './question-rule.ts';

export const linkedCards = eachQuestion(
  'linked-cards',
  'error',
  'Every question links cards to study after a miss, and they exist.',
  ({ cards }, say, { knownCardIds }) => {
    if (cards.length === 0)
      say(['cards'], 'The question links no card.', 'Link the cards that teach its fact.');
    for (const [index, card] of cards.entries()) {
      if (knownCardIds === undefined || knownCardIds.has(card)) continue;
      say(
        ['cards', index],
        `There is no card "${card}".`,
        'Use the id of a card in decks/, or write that card.',
      );
    }
  },
);
