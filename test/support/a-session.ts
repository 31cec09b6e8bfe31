import { join } from 'node:path';
import { type Card, hashOf, partsOf } from '../../src/domain/cards/index.ts';
import { deckSchema } from '../../src/domain/cards/schema.ts';
import { seededRandom } from '../../src/domain/chance.ts';
import { cardId } from '../../src/domain/ids.ts';
import type { QueueItem } from '../../src/domain/scheduling/queue.ts';
import type { Journal, LibraryEntry } from '../../src/ports.ts';
import { JournalStore } from '../../src/storage/journal-store.ts';
import { StudySession } from '../../src/study/study-session.ts';
import { aDeck } from './deck-file.ts';
import { FixedClock, today } from './fixed-clock.ts';
import { tempFolder } from './temp-home.ts';

export interface SessionOnDesk {
  readonly study: StudySession;
  readonly journal: Journal;
  readonly clock: FixedClock;
  readonly entries: readonly LibraryEntry[];
  /** Of the journal. */
  readonly folder: string;
}

export interface SessionOptions {
  readonly cram?: boolean;
  readonly minutes?: number;
  /** Folder of a journal that is there already: an earlier session's, or another terminal's. */
  readonly folder?: string;
  readonly device?: string;
  readonly clock?: FixedClock;
  /** Study day; the same that the clock says, or not. */
  readonly today?: number;
}

/** A session over the given cards, all of them as new, in their order; on a journal of its own unless told otherwise. */
export function aSession(cards: readonly object[], options: SessionOptions = {}): SessionOnDesk {
  const deck = deckSchema.parse(aDeck('deck', cards));
  const byNote = new Map(deck.cards.map((card) => [card.id, card]));
  const entries = deck.cards.flatMap((card) =>
    partsOf(card).map((part): LibraryEntry => {
      const id = cardId(card.id, part);
      return {
        id,
        note: card.id,
        part,
        deck: deck.deck,
        topic: card.topic,
        kind: card.kind,
        siblings: id,
        tags: card.tags ?? [],
        hash: hashOf(card, part),
        line: 7,
        previousIds: [],
      };
    }),
  );
  const { clock = new FixedClock(), folder = tempFolder('journal'), device = 'd-test' } = options;
  const journal = new JournalStore({
    folder,
    snapshot: join(folder, 'snapshot.json'),
    device: () => device,
  });
  const queue = entries.map((entry): QueueItem<LibraryEntry> => ({ entry, reason: 'new' }));
  const study = new StudySession({
    library: { card: (entry) => byNote.get(entry.note) as Card },
    journal,
    clock,
    random: seededRandom(1),
    moment: () => ({ at: clock.now(), tz: 0, day: options.today ?? today }),
    entries,
    queue,
    cram: options.cram === true,
    minutes: options.minutes,
  });
  return { study, journal, clock, entries, folder };
}
