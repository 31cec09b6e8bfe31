import type { CardId } from '../ids.ts';
import type { CardEntry } from './card-entry.ts';
import type { Grade } from './memory.ts';
import type { QueueItem } from './queue.ts';

/** Learning steps live in the session only: what is stored as due is a day. */
export const againAfterMs = 60_000;
export const hardAfterMs = 600_000;

interface Waiting<Entry extends CardEntry> {
  readonly item: QueueItem<Entry>;
  readonly readyAtMs: number;
}

export interface Answered {
  /** Id of the journal's event. */
  readonly event?: string;
  readonly card: CardId;
  readonly topic: string;
  readonly deck: string;
  readonly grade: Grade;
  readonly ms: number;
  /** The first answer to this card in the session: what "right at first try" counts. */
  readonly first: boolean;
  readonly wasNew: boolean;
}

/** A session is a value: what is still to be asked, what comes back, what was answered. */
export interface Session<Entry extends CardEntry = CardEntry> {
  readonly queue: readonly QueueItem<Entry>[];
  readonly waiting: readonly Waiting<Entry>[];
  readonly answered: readonly Answered[];
}

export function startSession<Entry extends CardEntry>(queue: readonly QueueItem<Entry>[]): Session<Entry> {
  return { queue, waiting: [], answered: [] };
}

/** The card to ask now: one whose learning step is over, else the next of the queue, else the first to come back. */
export function currentItem<Entry extends CardEntry>(
  session: Session<Entry>,
  nowMs: number,
): QueueItem<Entry> | undefined {
  const ready = session.waiting.find((one) => one.readyAtMs <= nowMs)?.item;
  // With nothing else to ask, waiting out a minute would only cost patience.
  return ready ?? session.queue.at(0) ?? session.waiting.at(0)?.item;
}

export const cardsLeft = (session: Session): number => session.queue.length + session.waiting.length;

const others = <Entry extends CardEntry>(session: Session<Entry>, card: CardId) => ({
  queue: session.queue.filter((item) => item.entry.id !== card),
  waiting: session.waiting.filter((one) => one.item.entry.id !== card),
});

/** After how long a card comes back in this session; undefined where it is done for today. */
export function comesBackAfterMs(grade: Grade, isLearning: boolean): number | undefined {
  if (grade === 1) return againAfterMs;
  return grade === 2 && isLearning ? hardAfterMs : undefined;
}

/** The session after an answer. Again comes back in a minute, Hard on a card still being learned in ten. */
export function advance<Entry extends CardEntry>(
  session: Session<Entry>,
  item: QueueItem<Entry>,
  grade: Grade,
  answer: { readonly nowMs: number; readonly tookMs: number; readonly event?: string },
): Session<Entry> {
  const { queue, waiting } = others(session, item.entry.id);
  const backAfterMs = comesBackAfterMs(grade, isLearning(item));
  const returning: Waiting<Entry>[] =
    backAfterMs === undefined
      ? []
      : [{ item: { entry: item.entry, reason: 'relearn' }, readyAtMs: answer.nowMs + backAfterMs }];
  return {
    queue,
    waiting: [...waiting, ...returning].sort((a, b) => a.readyAtMs - b.readyAtMs),
    answered: [
      ...session.answered,
      {
        ...(answer.event === undefined ? {} : { event: answer.event }),
        card: item.entry.id,
        topic: item.entry.topic,
        deck: item.entry.deck,
        grade,
        ms: answer.tookMs,
        first: !session.answered.some((one) => one.card === item.entry.id),
        wasNew: item.reason === 'new',
      },
    ],
  };
}

export const isLearning = (item: QueueItem): boolean => item.reason === 'new' || item.reason === 'relearn';

/** The session without a card: it was suspended or buried, or another terminal answered it. */
export function withoutCard<Entry extends CardEntry>(session: Session<Entry>, card: CardId): Session<Entry> {
  return { ...session, ...others(session, card) };
}

/** The session with a card in front: it was left out, and that was taken back. */
export function putFirst<Entry extends CardEntry>(
  session: Session<Entry>,
  item: QueueItem<Entry>,
): Session<Entry> {
  const { queue, waiting } = others(session, item.entry.id);
  return { ...session, queue: [item, ...queue], waiting };
}

/** The session after an answer was taken back: the card is in front again. */
export function takeBack<Entry extends CardEntry>(
  session: Session<Entry>,
  item: QueueItem<Entry>,
): Session<Entry> {
  const last = session.answered.findLastIndex((one) => one.card === item.entry.id);
  return { ...putFirst(session, item), answered: session.answered.filter((_, index) => index !== last) };
}

/**
 * The session without answers that were taken back elsewhere: the next answer to such a card, given already or still to
 * come, is its first then.
 */
export function withoutAnswers<Entry extends CardEntry>(
  session: Session<Entry>,
  isTakenBack: (event: string) => boolean,
): Session<Entry> {
  const { answered, waiting } = session;
  const left = answered.filter(({ event }) => event === undefined || !isTakenBack(event));
  if (left.length === answered.length) return session;
  const firstOf = (all: readonly Answered[], id: CardId) => all.find(({ card }) => card === id);
  const wasNew = (id: CardId) => firstOf(answered, id)?.wasNew === true;
  return {
    ...session,
    answered: left.map((one) =>
      firstOf(left, one.card) === one ? { ...one, first: true, wasNew: wasNew(one.card) } : one,
    ),
    waiting: waiting.map((one) => {
      const { entry } = one.item;
      const isNew = firstOf(left, entry.id) === undefined && wasNew(entry.id);
      return isNew ? { ...one, item: { entry, reason: 'new' } } : one;
    }),
  };
}
