import type { StudyDay } from '../domain/ids.ts';
import { byTime } from '../domain/journal/event.ts';
import type { QueueItem } from '../domain/scheduling/queue.ts';
import type { Journal, LibraryEntry } from '../ports.ts';

/** Something that the learner did, by the event that recorded it. */
export interface Deed {
  readonly what: 'answer' | 'suspend' | 'bury';
  readonly target: string;
  readonly item: QueueItem<LibraryEntry>;
  /** Of an answer of an earlier session: the day it was given on. */
  readonly earlierDay?: StudyDay;
}

export interface DeedsParts {
  readonly journal: Pick<Journal, 'read' | 'lastReviews'>;
  readonly entries: readonly LibraryEntry[];
  /** Only what was done here: a cram must not take back an answer that counts. */
  readonly ownOnly: boolean;
}

/**
 * What can be taken back, newest first: what was done in this session; then the answers that were given on this device
 * before it began. What another terminal or another device did since is never among it.
 */
export class Deeds {
  readonly #parts: DeedsParts;
  readonly #own: Deed[] = [];
  /** The latest event there was when the session began. */
  readonly #began: { readonly at: number; readonly id: string };

  constructor(parts: DeedsParts) {
    this.#parts = parts;
    const { lastAt: at, lastId: id } = parts.journal.read().progress;
    this.#began = { at, id };
  }

  add(deed: Deed): void {
    this.#own.push(deed);
  }

  newest(): Deed | undefined {
    return this.#own.at(-1) ?? (this.#parts.ownOnly ? undefined : this.#newestEarlier());
  }

  /** The newest was taken back. One of an earlier session is left out by the journal. */
  drop(): void {
    this.#own.pop();
  }

  #newestEarlier(): Deed | undefined {
    const { journal, entries } = this.#parts;
    const { adopted } = journal.read().progress;
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    for (const review of journal.lastReviews(Number.MAX_SAFE_INTEGER, 'here')) {
      // A drill, or a card that left the decks, could not be asked again; a cram changed nothing.
      const entry = byId.get(adopted.get(review.card) ?? review.card);
      if (entry === undefined || review.mode === 'preview' || byTime(review, this.#began) > 0) continue;
      return { what: 'answer', target: review.id, item: { entry, reason: 'due' }, earlierDay: review.day };
    }
    return undefined;
  }
}
