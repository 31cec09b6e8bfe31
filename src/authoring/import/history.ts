import { cardId } from '../../domain/ids.ts';
import { studyDay, type ZoneOffset } from '../../domain/scheduling/study-day.ts';
import type { PastReview } from '../../ports.ts';
import type { SettledAnswer } from './settle-cards.ts';

export interface Calendar {
  readonly nowMs: number;
  readonly zoneOffset: ZoneOffset;
  readonly rolloverMinutes: number;
}

export interface History {
  readonly reviews: readonly PastReview[];
  /** Answers without a time that can be true, or to a part that the card does not have. */
  readonly leftOut: number;
}

/** Anki's first release was in 2006: an earlier answer has a wrong time. */
const earliestMs = Date.UTC(2006, 0, 1);

/** Clocks of two devices differ; an answer from tomorrow is one of those. */
const clockSkewMs = 86_400_000;

/** Answers as the journal takes them: each at its own instant, on the study day it had for the learner. */
export function pastReviews(
  answers: readonly SettledAnswer[],
  partsOf: (note: string) => readonly string[],
  { nowMs, zoneOffset, rolloverMinutes }: Calendar,
): History {
  const reviews = answers.flatMap(({ note, part, atMs, grade, ms, preview }): PastReview[] => {
    if (
      !Number.isInteger(atMs) ||
      atMs < earliestMs ||
      atMs > nowMs + clockSkewMs ||
      !partsOf(note).includes(part)
    )
      return [];
    return [
      {
        review: {
          type: 'review',
          card: cardId(note, part),
          grade,
          ...(ms === undefined ? {} : { ms }),
          ...(preview === true ? { mode: 'preview' as const } : {}),
        },
        at: atMs,
        tz: zoneOffset(atMs),
        day: studyDay(atMs, zoneOffset, rolloverMinutes),
      },
    ];
  });
  return { reviews, leftOut: answers.length - reviews.length };
}
