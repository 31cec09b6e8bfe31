import { blanksOf, clozeNumbers, fillCloze } from './cloze-notation.ts';
import type { Kind } from './kind.ts';

const numberOf = (part: string) => Number(part.slice(1));

/** A sentence with blanks: one card per blank number, the other blanks filled in. */
export const cloze: Kind<'cloze'> = {
  kind: 'cloze',
  parts: (card) => clozeNumbers(card.text).map((number) => `c${number}`),
  prompt: (card, part) => fillCloze(card.text, numberOf(part), (_, hint) => `**[${hint ?? '…'}]**`),
  // The blank alone: the sentence around it is still on the screen.
  form: (card, part) => ({ form: 'reveal', answer: blanksOf(card.text, numberOf(part)).join('; ') }),
  words: (card, part) => fillCloze(card.text, numberOf(part), (answer) => `[${answer}]`),
};
