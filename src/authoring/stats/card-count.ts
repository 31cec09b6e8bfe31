import { type Card, partsOf } from '../../domain/cards/index.ts';

/** How many cards a learner studies: an entry of a file makes one, or one for each blank, or one each way. */
export const cardCount = (entries: readonly Card[]): number =>
  entries.reduce((sum, entry) => sum + partsOf(entry).length, 0);
