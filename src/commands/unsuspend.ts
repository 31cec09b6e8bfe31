import { isHidden } from '../domain/scheduling/queue.ts';
import { markCards } from './mark-cards.ts';

/** Asks a suspended or buried card again. */
export const run = markCards('unsuspended', (card) => ({ type: 'unsuspend', card }), {
  is: (card, today) => !isHidden(card, today),
  words: 'was not suspended',
});
