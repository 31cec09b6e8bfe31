import { UserError } from '../errors.ts';
import type { Journal } from '../ports.ts';

/** Takes in what other terminals wrote, as far as it can be read now: an answer does not wait for another device's file. */
export function lookAround(journal: Pick<Journal, 'refresh'>): void {
  try {
    journal.refresh();
  } catch (error) {
    // What cannot be read is said when the next card is asked.
    if (!(error instanceof UserError)) throw error;
  }
}
