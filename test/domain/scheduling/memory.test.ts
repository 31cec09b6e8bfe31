import fc from 'fast-check';
import { default_w, FSRSAlgorithm, generatorParameters } from 'ts-fsrs';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../src/domain/chance.ts';
import {
  defaultParameters,
  type Grade,
  grades,
  longestIntervalDays,
  type Memory,
  memoryModel,
  parseGrade,
} from '../../../src/domain/scheduling/memory.ts';
import { oracle } from '../../support/independent-fsrs.ts';

const model = memoryModel();
const within = (actual: number, expected: number, tolerance: number) =>
  expect(Math.abs(actual - expected), `${actual} against ${expected}`).toBeLessThanOrEqual(tolerance);

/** Answers and gaps as learners have them: same-day repeats, overdue cards, long absences. */
function* histories(count: number, seed: number) {
  const random = seededRandom(seed);
  const gaps = [0, 0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 60, 120, 365, 1000];
  for (let index = 0; index < count; index += 1) {
    const length = 2 + Math.floor(random() * 14);
    yield Array.from({ length }, () => ({
      grade: (1 + Math.floor(random() * 4)) as Grade,
      days: gaps[Math.floor(random() * gaps.length)] ?? 0,
    }));
  }
}

const relative = (actual: number, expected: number, where: string) =>
  expect(
    Math.abs(actual - expected) / Math.abs(expected),
    `${where}: ${actual} against ${expected}`,
  ).toBeLessThanOrEqual(1e-6);

describe('2,000 random histories', () => {
  test('agree with the own functions of ts-fsrs', () => {
    const library = new FSRSAlgorithm(generatorParameters({ w: default_w, enable_fuzz: false }));
    let answers = 0;
    for (const history of histories(2_000, 1)) {
      let ours: Memory | undefined;
      let theirs: { stability: number; difficulty: number } | null = null;
      for (const { grade, days } of history) {
        if (ours !== undefined && theirs !== null)
          relative(model.recall(ours, days), library.forgetting_curve(days, theirs.stability), 'recall');
        ours = model.next(ours, days, grade);
        theirs = library.next_state(theirs, days, grade);
        relative(ours.stabilityDays, theirs.stability, 'stability');
        relative(ours.difficulty, theirs.difficulty, 'difficulty');
        expect(model.intervalDays(ours)).toBe(library.next_interval(theirs.stability, days));
        answers += 1;
      }
    }
    expect(answers).toBeGreaterThan(15_000);
  });

  test('agree with FSRS-6 written anew from the formulas', () => {
    const independent = oracle(defaultParameters);
    for (const history of histories(2_000, 2)) {
      let ours: Memory | undefined;
      for (const { grade, days } of history) {
        // One step at a time: the library rounds to 8 decimals, and over a history that would add up.
        const before = ours && { s: ours.stabilityDays, d: ours.difficulty };
        const theirs = independent.next(before, days, grade);
        ours = model.next(ours, days, grade);
        const rounding = 5e-9;
        within(ours.stabilityDays, theirs.s, 1e-6 * theirs.s + rounding);
        within(ours.difficulty, theirs.d, 1e-6 * theirs.d + rounding);
        relative(model.recall(ours, days), independent.recall(ours.stabilityDays, days), 'recall');
      }
    }
  });
});

describe('laws of memory', () => {
  const aMemory = fc.record({
    stabilityDays: fc.double({ min: 0.01, max: 5_000, noNaN: true }),
    difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
  });
  const someDays = fc.integer({ min: 0, max: 2_000 });

  test('after as many days as the stability, recall is 90%', () => {
    fc.assert(
      fc.property(aMemory, (memory) => {
        expect(model.recall(memory, memory.stabilityDays)).toBeCloseTo(0.9, 7);
      }),
    );
  });

  test('recall is 1 at once, then falls and stays above 0', () => {
    fc.assert(
      fc.property(aMemory, someDays, (memory, days) => {
        expect(model.recall(memory, 0)).toBe(1);
        expect(model.recall(memory, days + 1)).toBeLessThan(model.recall(memory, days));
        expect(model.recall(memory, days)).toBeGreaterThan(0);
      }),
    );
  });

  test('a better grade never gives a shorter stability nor a higher difficulty', () => {
    fc.assert(
      fc.property(aMemory, someDays, (memory, days) => {
        const after = grades.map((grade) => model.next(memory, days, grade));
        for (let index = 1; index < after.length; index += 1) {
          const [worse, better] = [after[index - 1] as Memory, after[index] as Memory];
          expect(better.stabilityDays).toBeGreaterThanOrEqual(worse.stabilityDays);
          expect(better.difficulty).toBeLessThanOrEqual(worse.difficulty);
        }
      }),
    );
  });

  test('an interval is whole, at least a day, at most a hundred years, and recall then is near what is desired', () => {
    fc.assert(
      fc.property(aMemory, fc.constantFrom(0.7, 0.8, 0.9, 0.95), (memory, retention) => {
        const wanted = memoryModel(retention);
        const days = wanted.intervalDays(memory);
        expect(Number.isInteger(days) && days >= 1 && days <= longestIntervalDays).toBe(true);
        if (days === 1 || days === longestIntervalDays) return;
        expect(wanted.recall(memory, days - 0.51)).toBeGreaterThanOrEqual(retention - 1e-6);
        expect(wanted.recall(memory, days + 0.51)).toBeLessThanOrEqual(retention + 1e-6);
      }),
    );
  });

  test('on the same day a pass never lowers stability, and Again lowers it', () => {
    fc.assert(
      fc.property(aMemory, (memory) => {
        // ts-fsrs rounds to 8 decimals.
        for (const grade of [2, 3, 4] as const)
          expect(model.next(memory, 0, grade).stabilityDays).toBeGreaterThanOrEqual(
            memory.stabilityDays - 1e-8,
          );
        if (memory.stabilityDays > 0.1)
          expect(model.next(memory, 0, 1).stabilityDays).toBeLessThan(memory.stabilityDays);
      }),
    );
  });

  test('a clock that went back counts as the same day', () => {
    const memory = { stabilityDays: 7, difficulty: 5 };
    expect(model.next(memory, -3, 3)).toEqual(model.next(memory, 0, 3));
    expect(model.recall(memory, -3)).toBe(1);
  });

  test('no 21 finite parameters make it fail', () => {
    const anyNumber = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(anyNumber, { minLength: 21, maxLength: 21 }), (parameters) => {
        const strange = memoryModel(0.9, parameters);
        const memory = strange.next(strange.next(undefined, 0, 3), 4, 1);
        expect(Number.isFinite(memory.stabilityDays) && Number.isFinite(memory.difficulty)).toBe(true);
        expect(strange.intervalDays(memory)).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});

test.each([
  ['good', 3],
  [' Again ', 1],
  ['EASY', 4],
  ['2', 2],
  ['0', undefined],
  ['5', undefined],
  ['', undefined],
  ['constructor', undefined],
])('the grade "%s" is %s', (text, grade) => {
  expect(parseGrade(text)).toBe(grade);
});
