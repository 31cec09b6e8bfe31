import type { Card, DrawCalc } from '../domain/cards/index.ts';
import type { Random } from '../domain/chance.ts';
import type { Question } from '../domain/question.ts';
import type { QueueItem } from '../domain/scheduling/queue.ts';
import type { Clock, Journal, Library, LibraryEntry } from '../ports.ts';
import type { Moment } from './today.ts';

export interface StudyParts {
  readonly library: Pick<Library, 'card'>;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly random: Random;
  /** The moment of an answer; asked anew each time, for sessions that pass midnight. */
  readonly moment: () => Moment;
  readonly entries: readonly LibraryEntry[];
  readonly queue: readonly QueueItem<LibraryEntry>[];
  /** Draws the calc cards; asked at each card, since more calculators may have come meanwhile. */
  readonly drawCalc?: (() => DrawCalc | undefined) | undefined;
  /** Answers change no memory. */
  readonly cram?: boolean;
  /** Stop after so many minutes. */
  readonly minutes?: number | undefined;
}

/** A card as it is asked. */
export interface Asked {
  readonly item: QueueItem<LibraryEntry>;
  readonly card: Card;
  readonly question: Question;
  /** Text of the card changed since the learner last answered it. */
  readonly changed: boolean;
  readonly shownAtMs: number;
}
