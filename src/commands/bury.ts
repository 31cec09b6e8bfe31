import { markCards } from './mark-cards.ts';

/** Leaves a card out until tomorrow. */
export const run = markCards('buried', (card, today) => ({ type: 'bury', card, until: today + 1 }));
