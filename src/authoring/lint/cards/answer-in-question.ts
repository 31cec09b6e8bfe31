import { normalizeTyped } from '../../../domain/grading/typed-text.ts';
import { askedField, eachCard } from './card-rule.ts';

/** Shorter answers ("S3", "no") may stand in a front by chance. */
const shortestTelling = 8;

export const answerInQuestion = eachCard(
  'answer-in-question',
  'warning',
  'The question does not hold its own answer.',
  (card, say) => {
    const answers = card.kind === 'basic' ? [card.back] : card.kind === 'text' ? (card.accept ?? []) : [];
    if (card.kind !== 'basic' && card.kind !== 'text') return;
    const front = normalizeTyped(card.front);
    const given = answers.find(
      (answer) => normalizeTyped(answer).length >= shortestTelling && front.includes(normalizeTyped(answer)),
    );
    if (given !== undefined)
      say(
        [askedField(card)],
        `the question holds its answer "${given}"`,
        'Ask so that the answer must be recalled.',
      );
  },
);
