import { shuffle } from '../chance.ts';
import type { Kind } from './kind.ts';

/** One or several right options out of a few; the order is drawn anew each time. */
export const choice: Kind<'choice'> = {
  kind: 'choice',
  parts: () => [''],
  prompt: (card) => card.stem,
  form: (card, _, random) => ({
    form: 'choice',
    choose: card.choose,
    options: shuffle(card.options, random).map(({ text, correct, why }) => ({
      text,
      correct: correct === true,
      ...(why === undefined ? {} : { why }),
    })),
  }),
  words: (card) =>
    [card.stem, ...card.options.map((one) => (one.correct ? `+ ${one.text}` : one.text))].join('\n'),
};
