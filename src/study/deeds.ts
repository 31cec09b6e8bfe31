import type { StudyDay } from '../domain/ids.ts';
import { byTime, type JournalEvent, type Review } from '../domain/journal/event.ts';
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
  readonly journal: Pick<Journal, 'read' | 'lastReviews' | 'isTakenBack'>;
  readonly entries: readonly LibraryEntry[];
  /** Only what was done here: a cram must not take back an answer that counts. */
  readonly ownOnly: boolean;
}

/** So many answers of earlier sessions are kept at hand: each look for them reads the journal. */
const mostEarlier = 1000;

/**
 * What can be taken back, newest first: what was done in this session; then the answers that were given on this device
 * before it began. What another terminal or another device did since is never among it.
 */
export class Deeds {
  readonly #parts: DeedsParts;
  readonly #own: Deed[] = [];
  /** The latest event there was when the session began. */
  readonly #began: { readonly at: number; readonly id: string };
  /** Answers of earlier sessions, the newest last; undefined before the first look for them. */
  #earlier: (JournalEvent & Review)[] | undefined;
  #isThereMore = true;

  constructor(parts: DeedsParts) {
    this.#parts = parts;
    const { lastAt: at, lastId: id } = parts.journal.read().progress;
    this.#began = { at, id };
  }

  add(deed: Deed): void {
    this.#own.push(deed);
  }

  newest(): Deed | undefined {
    const { journal, ownOnly } = this.#parts;
    // Another terminal may have taken it back meanwhile.
    while (journal.isTakenBack(this.#own.at(-1)?.target ?? '')) this.#own.pop();
    return this.#own.at(-1) ?? (ownOnly ? undefined : this.#newestEarlier());
  }

  /** The newest was taken back. One of an earlier session is left out by the journal. */
  drop(): void {
    this.#own.pop();
  }

  #newestEarlier(): Deed | undefined {
    const { journal, entries } = this.#parts;
    this.#earlier ??= this.#look();
    for (;;) {
      if (this.#earlier.length === 0 && this.#isThereMore) this.#earlier = this.#look();
      const review = this.#earlier.at(-1);
      if (review === undefined) return undefined;
      const home = journal.read().progress.adopted.get(review.card) ?? review.card;
      const entry = entries.find(({ id }) => id === home);
      if (entry !== undefined && !journal.isTakenBack(review.id))
        return { what: 'answer', target: review.id, item: { entry, reason: 'due' }, earlierDay: review.day };
      this.#earlier.pop();
    }
  }

  /** Reads the journal. */
  #look(): (JournalEvent & Review)[] {
    const { journal, entries } = this.#parts;
    const { adopted } = journal.read().progress;
    const ids = new Set(entries.map(({ id }) => id));
    const found = journal.lastReviews(Number.MAX_SAFE_INTEGER, 'here').filter(
      // A drill, or a card that left the decks, could not be asked again; a cram changed nothing.
      ({ card, mode, at, id }) =>
        ids.has(adopted.get(card) ?? card) && mode !== 'preview' && byTime({ at, id }, this.#began) <= 0,
    );
    this.#isThereMore = found.length > mostEarlier;
    return found.slice(0, mostEarlier).reverse();
  }
}
