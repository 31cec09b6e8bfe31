import { isDrillCard } from '../domain/ids.ts';
import { isLearned } from '../domain/journal/progress.ts';
import type { Desk } from './open-desk.ts';
import type { Moment } from './today.ts';

/**
 * Gives the history of a card that left the decks to its new id: one that names it in `previousIds`, or an unseen
 * card with the very same front and back. It is recorded in the journal, so that every device agrees.
 */
export function adoptRenamed({ shelf, journal }: Pick<Desk, 'shelf' | 'journal'>, moment: Moment): void {
  const { cards } = journal.read().progress;
  if (cards.size === 0) return;
  let known = 0;
  for (const entry of shelf.entries) if (cards.has(entry.id)) known += 1;
  const named = shelf.entries.filter((entry) => entry.previousIds.length > 0);
  if (known === cards.size && named.length === 0) return;
  const ids = new Set(shelf.entries.map((entry) => entry.id));
  const orphans = [...cards.keys()].filter((id) => !ids.has(id) && !isDrillCard(id));
  if (orphans.length === 0) return;
  const byHash = new Map<string, string>();
  for (const id of orphans) {
    const { hash } = cards.get(id) ?? {};
    if (hash !== undefined) byHash.set(hash, id);
  }
  const orphaned = new Set(orphans);
  for (const entry of shelf.entries) {
    // A card that was only suspended or boosted under its new name has no history to lose.
    if (isLearned(cards.get(entry.id))) continue;
    const part = entry.part === '' ? '' : `#${entry.part}`;
    const from =
      entry.previousIds.map((id) => id + part).find((id) => orphaned.has(id)) ?? byHash.get(entry.hash);
    if (from === undefined || !orphaned.delete(from)) continue;
    journal.append({ type: 'adopt', card: entry.id, from }, moment);
  }
}
