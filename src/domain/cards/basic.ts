import type { Kind } from './kind.ts';

/** Front and back; with `reverse: true` a second card asks from back to front. */
export const basic: Kind<'basic'> = {
  kind: 'basic',
  parts: (card) => (card.reverse ? ['', 'reverse'] : ['']),
  prompt: (card, part) => (part === 'reverse' ? card.back : card.front),
  form: (card, part) => ({ form: 'reveal', answer: part === 'reverse' ? card.front : card.back }),
  words: (card) => `${card.front}\n${card.back}`,
};
