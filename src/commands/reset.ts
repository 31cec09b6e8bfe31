import { markCards } from './mark-cards.ts';

/** Forgets the memory of a card whose meaning changed; its history stays in the journal. */
export const run = markCards('reset', (card) => ({ type: 'reset', card }));
