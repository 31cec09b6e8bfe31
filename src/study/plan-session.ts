import { buildQueue, type QueueItem, type Standing, standing } from '../domain/scheduling/queue.ts';
import { UserError } from '../errors.ts';
import type { LibraryEntry } from '../ports.ts';
import { adoptRenamed } from './adopt-renamed.ts';
import { chooseCards, type Filter } from './choose-cards.ts';
import type { Desk } from './open-desk.ts';

export interface SessionWish extends Filter {
  readonly newCards?: number | undefined;
  readonly cards?: number | undefined;
  readonly cram?: boolean | undefined;
  /** Also cards that fall due within so many days. */
  readonly aheadDays?: number | undefined;
}

export interface PlannedSession {
  readonly chosen: readonly LibraryEntry[];
  readonly queue: readonly QueueItem<LibraryEntry>[];
  /** How things stand among the chosen cards, for when the queue is empty. */
  readonly standing: Standing<LibraryEntry>;
}

/** The queue for what the learner asked. Histories of renamed cards are adopted first. */
export function planSession(desk: Desk, wish: SessionWish, random: () => number): PlannedSession {
  refuseDraftDecks(desk, wish.decks ?? []);
  const chosen = chooseCards(desk.shelf.entries, wish);
  const moment = desk.moment();
  adoptRenamed(desk, moment);
  const { cards, days } = desk.journal.read().progress;
  // Reviewing ahead is an ordinary review at its true elapsed time; only what counts as due reaches further.
  const horizon = moment.day + (wish.aheadDays ?? 0);
  const done = days.get(moment.day);
  const queue = buildQueue({
    entries: chosen,
    progress: cards,
    today: moment.day,
    horizon,
    done: wish.newCards === undefined ? done : done && { ...done, newCards: 0 },
    limits: {
      newPerDay: wish.newCards ?? desk.settings.newPerDay,
      reviewsPerDay: desk.settings.reviewsPerDay,
      cards: wish.cards,
    },
    random,
    cram: wish.cram === true,
  });
  return { chosen, queue, standing: standing(chosen, cards, moment.day) };
}

/** A deck that was compiled from notes and not reviewed yet is there, but has nothing to ask. */
function refuseDraftDecks({ shelf }: Desk, wanted: readonly string[]): void {
  const drafts = shelf.decks.find(
    ({ deck }) => wanted.includes(deck) && !shelf.entries.some((entry) => entry.deck === deck),
  );
  if (drafts === undefined) return;
  throw new UserError(
    `the deck "${drafts.deck}" has drafts only.`,
    `Accept those that are good: aws-study deck review ${drafts.file}`,
  );
}
