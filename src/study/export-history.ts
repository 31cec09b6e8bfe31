import { type CardId, type NoteId, noteOf, type StudyDay } from '../domain/ids.ts';
import type { Grade } from '../domain/scheduling/memory.ts';
import { studyDay } from '../domain/scheduling/study-day.ts';
import type { World } from '../ports.ts';

export interface ReviewedCards {
  readonly reviews: readonly {
    readonly card: CardId;
    readonly atMs: number;
    readonly grade: Grade;
    readonly ms?: number | undefined;
    readonly preview: boolean;
  }[];
  readonly states: ReadonlyMap<
    CardId,
    {
      readonly due: StudyDay;
      readonly intervalDays: number;
      readonly reviews: number;
      readonly lapses: number;
      readonly suspended: boolean;
    }
  >;
  readonly calendar: { readonly day: StudyDay; readonly startsAtSeconds: number };
}

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** The answers to the cards of some notes, and what became of these cards: what another program needs to go on. */
export async function exportHistory(world: World, notes: ReadonlySet<NoteId>): Promise<ReviewedCards> {
  const [journal, settings] = await Promise.all([world.journal(), world.settings()]);
  const { progress } = journal.read();
  const reviews = journal
    .lastReviews(Number.MAX_SAFE_INTEGER)
    .map(({ card, ...review }) => ({ ...review, card: progress.adopted.get(card) ?? card }))
    .filter(({ card }) => notes.has(noteOf(card)))
    .map(({ card, at, grade, ms, mode }) => ({ card, atMs: at, grade, ms, preview: mode === 'preview' }))
    .reverse();
  const states = new Map(
    [...progress.cards].flatMap(([id, card]) =>
      notes.has(noteOf(id)) && (card.due !== undefined || card.suspended === true)
        ? [
            [
              id,
              {
                due: card.due ?? 0,
                intervalDays: (card.due ?? 0) - (card.lastDay ?? card.due ?? 0),
                reviews: card.due === undefined ? 0 : card.reviews,
                lapses: card.lapses,
                suspended: card.suspended === true,
              },
            ] as const,
          ]
        : [],
    ),
  );
  const rollover = settings.read().rolloverMinutes;
  const days = [...progress.cards.values()].flatMap(({ firstDay }) => firstDay ?? []);
  const offset = world.clock.zoneOffset(world.clock.now());
  // The calendar begins on the first day of study, at the hour at which the learner's days begin.
  const today = studyDay(world.clock.now(), (atMs) => world.clock.zoneOffset(atMs), rollover);
  const day = days.reduce((first, one) => Math.min(first, one), today);
  const startsAtSeconds = (day * dayMs + (rollover + offset) * minuteMs) / 1000;
  return { reviews, states, calendar: { day, startsAtSeconds } };
}
