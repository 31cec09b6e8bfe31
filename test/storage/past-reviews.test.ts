import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JournalEvent } from '../../src/domain/journal/event.ts';
import { fold } from '../../src/domain/journal/fold.ts';
import { isoDay } from '../../src/domain/scheduling/study-day.ts';
import type { PastReview } from '../../src/ports.ts';
import { aStamp, aStore, good, journalFile, linesOf } from '../support/a-journal.ts';
import { dayMs, morning, today } from '../support/fixed-clock.ts';
import { tempHome } from '../support/temp-home.ts';

const past = (card: string, daysAgo: number, grade: 1 | 2 | 3 | 4 = 3, ms = 0): PastReview => ({
  review: { type: 'review', card, grade },
  at: morning - daysAgo * dayMs + ms,
  tz: 0,
  day: today - daysAgo,
});

const events = (paths: Parameters<typeof journalFile>[0]) =>
  linesOf(journalFile(paths)).map((line) => JSON.parse(line) as JournalEvent);

describe('answers given elsewhere', () => {
  test('keep their time and day, and count as if they had been given here', () => {
    const paths = tempHome();
    const store = aStore(paths);
    store.append(good('sqs-now') as never, aStamp());
    expect(store.addReviews([past('sqs-1', 10), past('sqs-1', 20, 1), past('sqs-2', 5)])).toBe(3);
    expect(store.read().progress.cards.get('sqs-1')).toMatchObject({
      reviews: 2,
      firstDay: today - 20,
      lastDay: today - 10,
    });
    expect([...store.read().progress.days.keys()].sort()).toEqual([today - 20, today - 10, today - 5, today]);
    expect(store.read().progress).toEqual(fold(events(paths)).progress);
    expect(aStore(paths).read().progress).toEqual(store.read().progress);
    expect(isoDay(events(paths)[1]?.day ?? 0)).toBe('2026-10-31');
  });

  test('are never taken twice: not again, not from a second device, not what was exported from here', () => {
    const paths = tempHome();
    const store = aStore(paths);
    const here = store.append(good('sqs-1') as never, aStamp());
    const some = [past('sqs-1', 10), past('sqs-2', 9), past('sqs-1', 10)];
    expect(store.addReviews(some)).toBe(2);
    expect(store.addReviews(some)).toBe(0);
    expect(aStore(paths).addReviews(some)).toBe(0);
    expect(
      store.addReviews([
        { review: { type: 'review', card: 'sqs-1', grade: 3 }, at: here.at, tz: 0, day: here.day },
      ]),
    ).toBe(0);
    expect(events(paths)).toHaveLength(3);
  });

  test('that were taken back stay so when they are imported again', () => {
    const paths = tempHome();
    const store = aStore(paths);
    store.addReviews([past('sqs-1', 3)]);
    const [review] = store.lastReviews(1);
    store.append({ type: 'undo', target: review?.id ?? '' } as never, aStamp());
    expect(store.addReviews([past('sqs-1', 3)])).toBe(0);
    expect(store.read().progress.cards.get('sqs-1')).toBeUndefined();
  });

  test('have the same ids on every device', () => {
    const [one, other] = [tempHome(), tempHome()];
    for (const paths of [one, other]) aStore(paths).addReviews([past('sqs-1', 3), past('sqs-2', 2)]);
    expect(events(one).map(({ id }) => id)).toEqual(events(other).map(({ id }) => id));
  });

  test('none at all writes nothing', () => {
    const paths = tempHome();
    expect(aStore(paths).addReviews([])).toBe(0);
  });

  test('law: in any order and any portions they fold to the same', () => {
    const reviews = fc.uniqueArray(
      fc.record({
        card: fc.constantFrom('a-1', 'a-2'),
        days: fc.integer({ min: 1, max: 40 }),
        ms: fc.nat(1000),
      }),
      { minLength: 1, maxLength: 12, selector: ({ card, days, ms }) => `${card} ${days} ${ms}` },
    );
    fc.assert(
      fc.property(reviews, fc.nat(12), (some, cut) => {
        const list = some.map(({ card, days, ms }) => past(card, days, 3, ms));
        const [whole, parts] = [aStore(tempHome()), aStore(tempHome())];
        expect(whole.addReviews(list)).toBe(list.length);
        parts.addReviews(list.slice(cut).reverse());
        parts.addReviews(list);
        const { events: _one, ...first } = whole.read().progress;
        const { events: _two, ...second } = parts.read().progress;
        expect(second).toEqual(first);
      }),
      { numRuns: 25 },
    );
  });
});
