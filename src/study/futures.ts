import type { StudyDay } from '../domain/ids.ts';
import { answered, type Future } from '../domain/journal/fold.ts';
import type { CardProgress } from '../domain/journal/progress.ts';
import { type Grade, grades, type MemoryModel } from '../domain/scheduling/memory.ts';

/** What an answer would do: stored days (a cram stores none), and minutes where the card comes back in this session. */
export interface FutureOf extends Partial<Future> {
  readonly grade: Grade;
  readonly backInMs?: number;
}

/** The four futures of a card: by the same function that the journal's fold uses. */
export const storedFutures = (
  card: CardProgress | undefined,
  day: StudyDay,
  model: MemoryModel,
): (Future & { readonly grade: Grade })[] =>
  grades.map((grade) => ({ ...answered(card, grade, day, model), grade }));
