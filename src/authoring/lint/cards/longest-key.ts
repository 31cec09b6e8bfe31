import type { Card } from '../../../domain/cards/index.ts';
import type { CardRule } from './card-rule.ts';

const mostShare = 0.4;
/** Balance means little in a handful of cards. */
const fewest = 20;

type ChoiceCard = Extract<Card, { kind: 'choice' }>;

export const longestKey: CardRule = {
  name: 'longest-key',
  summary: 'The longest option is the key in at most 40% of the choices of a deck.',
  check({ cards }) {
    const single = cards.filter((card): card is ChoiceCard => card.kind === 'choice' && card.choose === 1);
    const telling = single.filter(isKeyLongest);
    const [first] = telling;
    const share = telling.length / single.length;
    if (first === undefined || single.length < fewest || share <= mostShare) return [];
    const some = telling.slice(0, 8).map((card) => card.id);
    return [
      {
        rule: 'longest-key',
        severity: 'warning',
        cardId: first.id,
        path: ['cards'],
        message: `the longest option is the key in ${Math.round(share * 100)}% of ${single.length} choices; four options alike give 25%`,
        hint: `Shorten keys or lengthen distractors, for instance in ${some.join(', ')}.`,
      },
    ];
  },
};

/** A tie tells nothing. */
function isKeyLongest({ options }: ChoiceCard): boolean {
  const distractors = options.filter((one) => one.correct !== true).map((one) => one.text.length);
  const longest = Math.max(0, ...distractors);
  return options.some((one) => one.correct === true && one.text.length > longest);
}
