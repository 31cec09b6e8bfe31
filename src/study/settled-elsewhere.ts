import type { CardId, StudyDay } from '../domain/ids.ts';
import type { CardProgress } from '../domain/journal/progress.ts';
import type { CardEntry } from '../domain/scheduling/card-entry.ts';
import { isHidden } from '../domain/scheduling/queue.ts';
import { type Session, withoutCard } from '../domain/scheduling/session.ts';

/**
 * The session without the cards that another terminal suspended or buried, or answered today so that they are not due
 * again.
 *
 * @param reviewsHere how many answers a card had when it was last answered here: it comes back as this session says,
 * unless there is one more since
 */
export function withoutSettledElsewhere<Entry extends CardEntry>(
  session: Session<Entry>,
  cards: ReadonlyMap<CardId, CardProgress>,
  today: StudyDay,
  reviewsHere: ReadonlyMap<CardId, number>,
): Session<Entry> {
  const held = [...session.queue, ...session.waiting.map(({ item }) => item)].map(({ entry }) => entry.id);
  const isSettled = (id: CardId) => {
    const card = cards.get(id);
    if (card === undefined) return false;
    if (isHidden(card, today)) return true;
    if (card.reviews <= (reviewsHere.get(id) ?? 0) || card.boosted !== undefined) return false;
    return card.lastDay === today && card.due !== undefined && card.due > today;
  };
  return held.filter(isSettled).reduce(withoutCard<Entry>, session);
}
