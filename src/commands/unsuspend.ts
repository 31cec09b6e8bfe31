import { markCards } from './mark-cards.ts';

/** Asks a suspended or buried card again. */
export const run = markCards('unsuspended', (card) => ({ type: 'unsuspend', card }));
