import { seededRandom } from '../../src/domain/chance.ts';
import type { CardProgress } from '../../src/domain/journal/progress.ts';
import { buildQueue } from '../../src/domain/scheduling/queue.ts';
import { anEntry } from './an-entry.ts';

export const today = 100;
export const wide = { newPerDay: 999, reviewsPerDay: 999 };

const learned = (due: number, changes: Partial<CardProgress> = {}): CardProgress => ({
  stabilityDays: 5,
  difficulty: 5,
  firstDay: 50,
  lastDay: 90,
  due,
  lastGrade: 3,
  reviews: 3,
  lapses: 0,
  ...changes,
});

export type State = Partial<CardProgress> | 'new';

/** `[['sqs/a:sqs-1', {due: 98}], …]`: entries, and what is known of each. */
export function library(rows: readonly (readonly [entry: string, state: State, siblings?: string])[]) {
  const entries = rows.map(([text, , siblings]) => anEntry(text, siblings));
  const progress = new Map<string, CardProgress>();
  rows.forEach(([, state], index) => {
    const id = entries[index]?.id ?? '';
    if (state === 'new') return;
    progress.set(id, 'due' in state ? learned(state.due ?? 0, state) : { reviews: 0, lapses: 0, ...state });
  });
  return { entries, progress };
}

export function queueOf(
  rows: readonly (readonly [entry: string, state: State, siblings?: string])[],
  changes: Partial<Parameters<typeof buildQueue>[0]> = {},
): string[] {
  const { entries, progress } = library(rows);
  const queue = buildQueue({ entries, progress, today, limits: wide, random: seededRandom(1), ...changes });
  return queue.map(({ entry, reason }) => `${entry.id} ${reason}`);
}
