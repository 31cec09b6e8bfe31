import { shuffle } from '../chance.ts';
import type { Kind } from './kind.ts';

/** Pairs to find: every left has exactly one right. */
export const match: Kind<'match'> = {
  kind: 'match',
  parts: () => [''],
  prompt: (card) => card.front,
  form: (card, _, random) => {
    const pairs = shuffle(card.pairs, random);
    const rights = shuffle(pairs, random).map((pair) => pair.right);
    return {
      form: 'match',
      lefts: pairs.map((pair) => pair.left),
      rights,
      solution: pairs.map((pair) => rights.indexOf(pair.right)),
    };
  },
  words: (card) => [card.front, ...card.pairs.map((pair) => `${pair.left} - ${pair.right}`)].join('\n'),
};
