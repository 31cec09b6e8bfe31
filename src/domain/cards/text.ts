import type { Kind } from './kind.ts';

/** A typed answer: one of the accepted texts, or a number with a unit. */
export const text: Kind<'text'> = {
  kind: 'text',
  parts: () => [''],
  prompt: (card) => card.front,
  form: (card) => ({
    form: 'text',
    accept: card.accept ?? [],
    ...(card.number === undefined
      ? {}
      : {
          number: {
            value: card.number.value,
            tolerance: card.number.tolerance ?? 0,
            ...(card.number.unit === undefined ? {} : { unit: card.number.unit }),
          },
        }),
  }),
  words: (card) =>
    [card.front, card.accept?.[0] ?? `${card.number?.value} ${card.number?.unit ?? ''}`].join('\n'),
};
