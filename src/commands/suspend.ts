import { markCards } from './mark-cards.ts';

/** Asks a card no more, until it is unsuspended. */
export const run = markCards('suspended', (card) => ({ type: 'suspend', card }));
