import { type Random, shuffle } from '../chance.ts';
import type { CardId, StudyDay } from '../ids.ts';
import type { CardProgress, DayTotals } from '../journal/progress.ts';
import type { CardEntry } from './card-entry.ts';
import { spreadTopics } from './spread-topics.ts';

export type Reason = 'due' | 'boosted' | 'relearn' | 'new';

export interface QueueItem<Entry extends CardEntry = CardEntry> {
  readonly entry: Entry;
  readonly reason: Reason;
}

export interface Limits {
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  /** At most so many cards in this session; undefined for no limit. */
  readonly cards?: number | undefined;
}

export interface QueueRequest<Entry extends CardEntry> {
  readonly entries: readonly Entry[];
  readonly progress: ReadonlyMap<CardId, CardProgress>;
  readonly today: StudyDay;
  /** Last day whose cards count as due: later than today for reviewing ahead. */
  readonly horizon?: StudyDay;
  /** What was already done today: it counts against the limits. */
  readonly done?: DayTotals | undefined;
  readonly limits: Limits;
  readonly random: Random;
  /** Everything that fits the filter, due or not: for a cram. */
  readonly cram?: boolean;
}

export interface Standing<Entry extends CardEntry = CardEntry> {
  readonly due: readonly QueueItem<Entry>[];
  readonly unseen: readonly Entry[];
  /** Siblings that were already answered today. */
  readonly seenToday: ReadonlySet<string>;
  /** The next day on which a card of these falls due, where none is due now. */
  readonly nextDue?: StudyDay;
}

export const isHidden = (card: CardProgress | undefined, today: StudyDay): boolean =>
  card?.suspended === true || (card?.buriedUntil !== undefined && card.buriedUntil > today);

/** Sorts cards into due and unseen: the one pass over all cards that the day needs. */
export function standing<Entry extends CardEntry>(
  entries: readonly Entry[],
  progress: ReadonlyMap<CardId, CardProgress>,
  today: StudyDay,
  horizon: StudyDay = today,
): Standing<Entry> {
  const due: QueueItem<Entry>[] = [];
  const unseen: Entry[] = [];
  const seenToday = new Set<string>();
  let nextDue: StudyDay | undefined;
  for (const entry of entries) {
    const card = progress.get(entry.id);
    if (card?.lastDay === today) seenToday.add(entry.siblings);
    if (card !== undefined && isHidden(card, today)) continue;
    if (card?.boosted !== undefined) due.push({ entry, reason: 'boosted' });
    else if (card?.due === undefined) unseen.push(entry);
    else if (card.due <= horizon)
      due.push({ entry, reason: card.lastDay === today && card.due <= today ? 'relearn' : 'due' });
    else if (nextDue === undefined || card.due < nextDue) nextDue = card.due;
  }
  return { due, unseen, seenToday, ...(nextDue === undefined ? {} : { nextDue }) };
}

/** One card of each sibling group, and none whose sibling was seen today, unless it is that card coming back. */
function withoutSiblings<Entry extends CardEntry>(
  items: readonly QueueItem<Entry>[],
  taken: Set<string>,
  comesBack: (item: QueueItem<Entry>) => boolean,
): QueueItem<Entry>[] {
  return items.filter((item) => {
    const { entry } = item;
    if (comesBack(item)) return true;
    if (taken.has(entry.siblings)) return false;
    taken.add(entry.siblings);
    return true;
  });
}

/** New cards turn by turn from each deck in proportion to what it has left, so that no deck is starved. */
function inProportion<Entry extends CardEntry>(unseen: readonly Entry[], count: number): Entry[] {
  const decks = new Map<string, Entry[]>();
  for (const entry of unseen) {
    const deck = decks.get(entry.deck);
    if (deck === undefined) decks.set(entry.deck, [entry]);
    else deck.push(entry);
  }
  const turns = [...decks.values()].map((cards) => ({ cards, taken: 0 }));
  const chosen: Entry[] = [];
  while (chosen.length < count) {
    let next: (typeof turns)[number] | undefined;
    for (const turn of turns) {
      if (turn.taken >= turn.cards.length) continue;
      if (
        next === undefined ||
        (turn.taken + 0.5) / turn.cards.length < (next.taken + 0.5) / next.cards.length
      )
        next = turn;
    }
    if (next === undefined) break;
    chosen.push(next.cards[next.taken] as Entry);
    next.taken += 1;
  }
  return chosen;
}

/** Puts new cards at even distances between the reviews. */
function interleave<T>(reviews: readonly T[], fresh: readonly T[]): T[] {
  const mixed: T[] = [];
  let taken = 0;
  for (let index = 0; index <= reviews.length; index += 1) {
    const share = Math.floor(((index + 1) * fresh.length) / (reviews.length + 1));
    for (; taken < share; taken += 1) mixed.push(fresh[taken] as T);
    if (index < reviews.length) mixed.push(reviews[index] as T);
  }
  return mixed;
}

/** How many more cards that are due a day's limit allows. A card that comes back on the same day is counted once. */
export const reviewsLeft = (limits: Pick<Limits, 'reviewsPerDay'>, done: DayTotals | undefined): number =>
  Math.max(0, limits.reviewsPerDay - (done?.dueCards ?? 0));

/**
 * The queue of a session: reviews that are due (boosted and most overdue first, up to the day's limit), new cards in
 * proportion to the decks and spread between them, siblings at most one a day, neighbours of one topic apart.
 * The same entries, progress, day and draws give the same queue.
 */
export function buildQueue<Entry extends CardEntry>(request: QueueRequest<Entry>): QueueItem<Entry>[] {
  const { entries, progress, today, limits, random } = request;
  if (request.cram === true) {
    const taken = new Set<string>();
    const all = entries.filter((entry) => progress.get(entry.id)?.suspended !== true);
    const items = shuffle(all, random).map((entry): QueueItem<Entry> => ({ entry, reason: 'due' }));
    return spreadTopics(withoutSiblings(items, taken, () => false).slice(0, limits.cards));
  }
  const { due, unseen, seenToday } = standing(entries, progress, today, request.horizon);
  const taken = new Set(seenToday);
  const overdue = ({ entry, reason }: QueueItem<Entry>) =>
    reason === 'relearn'
      ? Number.POSITIVE_INFINITY
      : reason === 'boosted'
        ? 1e9
        : today - (progress.get(entry.id)?.due ?? today);
  const sorted = shuffle(due, random).sort((a, b) => overdue(b) - overdue(a) || 0);
  const newLeft = Math.max(0, limits.newPerDay - (request.done?.newCards ?? 0));
  // Forgotten today, or answered today and missed in an exam since: the card itself comes back, no sibling of it.
  const comesBack = ({ entry, reason }: QueueItem<Entry>) =>
    reason === 'relearn' || (reason === 'boosted' && progress.get(entry.id)?.lastDay === today);
  // What comes back was counted at its first answer: no limit keeps it away.
  let allowed = reviewsLeft(limits, request.done);
  const reviews = withoutSiblings(sorted, taken, comesBack).filter((item) => {
    if (comesBack(item)) return true;
    allowed -= 1;
    return allowed >= 0;
  });
  const distinct: Entry[] = [];
  for (const entry of unseen) {
    if (taken.has(entry.siblings)) continue;
    taken.add(entry.siblings);
    distinct.push(entry);
  }
  const fresh = inProportion(distinct, newLeft).map((entry): QueueItem<Entry> => ({ entry, reason: 'new' }));
  // Cards that were forgotten today come before all: they are minutes, not days, from being lost.
  const forgotten = reviews.filter((item) => item.reason === 'relearn');
  const others = spreadTopics(reviews.filter((item) => item.reason !== 'relearn'));
  return [...forgotten, ...spreadTopics(interleave(others, fresh))].slice(0, limits.cards);
}
