import type { ExamResult } from '../domain/exam/score.ts';
import type { World } from '../ports.ts';
import { openDesk } from './open-desk.ts';

/**
 * Puts the cards that missed questions link to at the front of the quiz queue; their memory stays as it is. A note of
 * several cards gives all of them; what the decks do not have (yet) and what the learner suspended is left out.
 *
 * @returns how many cards were put there
 */
export async function boostMissed(world: World, result: ExamResult): Promise<number> {
  if (result.cardsToStudy.length === 0) return 0;
  // The clock was good enough for the exam: a doubt about it must not cost the cards.
  const desk = await openDesk(world, { trustClock: true });
  const { cards } = desk.journal.read().progress;
  const byNote = new Map<string, string[]>();
  for (const { note, id } of desk.shelf.entries) byNote.set(note, [...(byNote.get(note) ?? []), id]);
  const boosted = new Set<string>();
  for (const missed of result.missed) {
    for (const card of missed.cards.flatMap((note) => byNote.get(note) ?? [])) {
      if (boosted.has(card) || cards.get(card)?.suspended === true) continue;
      const reason = `exam ${result.attemptId} ${missed.questionId}`;
      desk.journal.append({ type: 'boost', card, reason }, desk.moment());
      boosted.add(card);
    }
  }
  desk.journal.saveSnapshot();
  return boosted.size;
}
