import type { CardId, StudyDay } from '../ids.ts';
import type { Grade } from '../scheduling/memory.ts';

/** What the journal says of one card. Changed in place by the fold: a million events make no million copies. */
export interface CardProgress {
  stabilityDays?: number;
  difficulty?: number;
  /** Day of the first answer, of the last one, and the day on which the card is due. */
  firstDay?: StudyDay;
  lastDay?: StudyDay;
  due?: StudyDay;
  lastGrade?: Grade;
  reviews: number;
  /** Times the card was forgotten after it had been learned. */
  lapses: number;
  hash?: string;
  suspended?: true;
  buriedUntil?: StudyDay;
  /** Due now whatever the memory says: the reason, such as a missed exam question. */
  boosted?: string;
}

/** Answers of a day. Drills are counted apart: they use up nothing of what is planned for cards. */
export interface DayTotals {
  reviews: number;
  newCards: number;
  again: number;
  ms: number;
  /** Cards that were due, each counted at its first answer of the day: what a limit of reviews counts. */
  dueCards?: number;
  drills?: number;
}

/** Everything that is known from the journal. A cache of it may be deleted at any time. */
export interface Progress {
  readonly cards: Map<CardId, CardProgress>;
  readonly days: Map<StudyDay, DayTotals>;
  /** Former ids whose history went to another card. */
  readonly adopted: Map<CardId, CardId>;
  retention: number;
  events: number;
  /** Order key of the latest event. */
  lastAt: number;
  lastId: string;
  /** The latest day of an answer. Other events do not move it: an undo could not take them back. */
  lastDay?: StudyDay;
}

export function emptyProgress(retention: number): Progress {
  return {
    cards: new Map(),
    days: new Map(),
    adopted: new Map(),
    retention,
    events: 0,
    lastAt: 0,
    lastId: '',
  };
}

export const isLearned = (
  card: CardProgress | undefined,
): card is CardProgress & { due: number; lastDay: number } => card?.due !== undefined;
