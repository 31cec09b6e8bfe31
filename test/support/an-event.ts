import type { Happening, JournalEvent } from '../../src/domain/journal/event.ts';
import { morning, today } from './fixed-clock.ts';

let made = 0;

/** An event with its stamp; each one made is a second later than the one before, with an id that sorts so. */
export function anEvent(
  happening: Happening,
  stamp: Partial<Pick<JournalEvent, 'id' | 'at' | 'tz' | 'day'>> = {},
): JournalEvent {
  made += 1;
  return {
    v: 1,
    id: `E${String(made).padStart(8, '0')}`,
    at: morning + made * 1000,
    tz: 0,
    day: today,
    ...stamp,
    ...happening,
  } as JournalEvent;
}

export const aReview = (card: string, grade: 1 | 2 | 3 | 4, day = today): JournalEvent =>
  anEvent({ type: 'review', card, grade }, { day });
