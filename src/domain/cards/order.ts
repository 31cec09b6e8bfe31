import { type Random, shuffle } from '../chance.ts';
import type { Kind } from './kind.ts';

/** A shuffle that is not already the solution: such a question would answer itself. */
function mixed(count: number, random: Random): number[] {
  const straight = Array.from({ length: count }, (_, index) => index);
  const drawn = shuffle(straight, random);
  return drawn.every((value, index) => value === index) ? [...drawn.slice(1), 0] : drawn;
}

/** Steps to bring into the right order. */
export const order: Kind<'order'> = {
  kind: 'order',
  parts: () => [''],
  prompt: (card) => card.front,
  form: (card, _, random) => {
    const shown = mixed(card.steps.length, random);
    return {
      form: 'order',
      items: shown.map((step) => card.steps[step] ?? ''),
      solution: card.steps.map((_, step) => shown.indexOf(step)),
    };
  },
  words: (card) => [card.front, ...card.steps].join('\n'),
};
