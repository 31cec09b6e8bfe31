import { default_w, FSRSAlgorithm, generatorParameters } from 'ts-fsrs';

/** 1 again, 2 hard, 3 good, 4 easy. Hard is a pass. */
export type Grade = 1 | 2 | 3 | 4;

export const gradeNames = { 1: 'again', 2: 'hard', 3: 'good', 4: 'easy' } as const satisfies Record<
  Grade,
  string
>;

export const grades: readonly Grade[] = [1, 2, 3, 4];

/** Reads `good` or `3`; undefined where it is neither. */
export function parseGrade(text: string): Grade | undefined {
  const wanted = text.trim().toLowerCase();
  return grades.find((grade) => gradeNames[grade] === wanted || String(grade) === wanted);
}

/** How well a card is known: stability in days (recall falls to 90% after so many), difficulty 1-10. */
export interface Memory {
  readonly stabilityDays: number;
  readonly difficulty: number;
}

export interface MemoryModel {
  /** Memory after an answer; `elapsedDays` whole study days since the last one, 0 for the same day. */
  next(memory: Memory | undefined, elapsedDays: number, grade: Grade): Memory;
  /** Retrievability 0-1 after so many days. */
  recall(memory: Memory, elapsedDays: number): number;
  /** Whole days, at least 1, until recall falls to the desired retention. */
  intervalDays(memory: Memory): number;
}

/** FSRS-6 default parameters, as published with the reference implementations. */
export const defaultParameters: readonly number[] = default_w;
export const defaultRetention = 0.9;
/** A hundred years, the reference implementations' own cap. */
export const longestIntervalDays = 36_500;
/** Names the algorithm in caches: another one means another fold. */
export const algorithm = 'fsrs-6';

/**
 * FSRS-6 through the pure functions of ts-fsrs. Its Date layer is not used: it counts UTC days, throws when the clock
 * moved back, and fuzzes by the millisecond. Days, steps and undo are ours. Only this file may know the library.
 * @see https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm
 */
export function memoryModel(
  retention: number = defaultRetention,
  parameters: readonly number[] = defaultParameters,
): MemoryModel {
  const fsrs = new FSRSAlgorithm(
    generatorParameters({
      w: [...parameters],
      request_retention: retention,
      maximum_interval: longestIntervalDays,
      enable_fuzz: false,
    }),
  );
  // The library reads its settings through a proxy at every call; bound once, a million reviews fold in half the time.
  const modifier = fsrs.interval_modifier;
  return {
    next(memory, elapsedDays, grade) {
      const before = memory && { stability: memory.stabilityDays, difficulty: memory.difficulty };
      const after = fsrs.next_state(before ?? null, Math.max(0, elapsedDays), grade);
      return { stabilityDays: after.stability, difficulty: after.difficulty };
    },
    recall: (memory, elapsedDays) => fsrs.forgetting_curve(Math.max(0, elapsedDays), memory.stabilityDays),
    intervalDays: (memory) =>
      Math.min(Math.max(1, Math.round(memory.stabilityDays * modifier)), longestIntervalDays),
  };
}
