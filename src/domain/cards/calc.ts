import { fillPlaces, rangeText } from './calc-inputs.ts';
import type { Kind } from './kind.ts';

/** A question with fresh numbers at each showing; the answer and the working come from a calculator. */
export const calc: Kind<'calc'> = {
  kind: 'calc',
  parts: () => [''],
  // Without the calculator nothing can be asked: this is how the card is read, in a list or by its author.
  prompt: (card) =>
    fillPlaces(card.front, (name) => {
      const input = card.inputs[name];
      return input === undefined ? undefined : rangeText(input);
    }),
  form: (card) => ({
    form: 'reveal',
    answer: `Computed by \`aws-study calc ${card.calculator}\`, with other numbers at each showing.`,
  }),
  draw: (card, random, drawCalc) => drawCalc?.(card, random),
  // Of the card, not of what is drawn from it: a showing is no change.
  words: (card) =>
    [card.front, card.calculator, card.task ?? '', card.ask, JSON.stringify(card.inputs)].join('\n'),
};
