import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { JournalEvent } from '../../src/domain/journal/event.ts';
import { fold } from '../../src/domain/journal/fold.ts';
import {
  aMonth,
  aStamp,
  aStore,
  good,
  journalFile,
  linesOf,
  snapshotOf,
  writeJournal,
} from '../support/a-journal.ts';
import { anEvent, aReview } from '../support/an-event.ts';
import { dayMs, morning, today } from '../support/fixed-clock.ts';
import { emptyHome, tempHome } from '../support/temp-home.ts';

describe('writing', () => {
  test('an answer is a line on disk before append returns, and counts at once', () => {
    const paths = tempHome();
    const store = aStore(paths);
    const event = store.append({ ...good('sqs-1'), ms: 5400, hash: '9f2c01aa' } as never, aStamp());
    expect(linesOf(journalFile(paths)).map((line) => JSON.parse(line))).toEqual([event]);
    expect(event).toMatchObject({
      v: 1,
      at: morning,
      tz: 0,
      day: today,
      type: 'review',
      card: 'sqs-1',
      grade: 3,
    });
    expect(store.read().progress.cards.get('sqs-1')).toMatchObject({ reviews: 1, due: today + 2 });
    expect(aStore(paths).read().progress).toEqual(store.read().progress);
    // Its own line is no news to it: nothing is folded again.
    expect(store.refresh()).toBe(false);
  });

  test('nothing derived is in it', () => {
    const paths = tempHome();
    aStore(paths).append(good('sqs-1'), aStamp());
    const [line = ''] = linesOf(journalFile(paths));
    expect(Object.keys(JSON.parse(line)).sort()).toEqual(
      ['at', 'card', 'day', 'grade', 'id', 'type', 'tz', 'v'].sort(),
    );
  });

  test('looking makes no file and no folder', () => {
    const paths = tempHome();
    const store = aStore(paths);
    expect(store.read().progress.events).toBe(0);
    expect(store.refresh()).toBe(false);
    expect([store.lastReviews(1), store.historyOf('sqs-1')]).toEqual([[], []]);
    store.saveSnapshot();
    expect(existsSync(paths.home)).toBe(false);
  });

  test('a clock that went back leaves order and days as they are', () => {
    const paths = tempHome();
    const store = aStore(paths);
    const first = store.append(good('sqs-1'), aStamp());
    const second = store.append(good('sqs-1'), aStamp({ at: morning - 5 * dayMs }));
    expect(second.at).toBe(first.at + 1);
    expect(second.id > first.id).toBe(true);
    expect(aStore(paths).read().progress).toEqual(store.read().progress);
    expect(store.lastReviews(2).map(({ id }) => id)).toEqual([second.id, first.id]);
  });

  test('after an event with the last instant there is, answers still count and stay in order', () => {
    const paths = tempHome();
    writeJournal(paths, [anEvent(good('sqs-1'), { at: morning + 400 * dayMs })], 'd-other');
    const store = aStore(paths);
    const events = [1, 2, 3].map((index) => store.append(good(`sqs-${index}`), aStamp()));
    expect(events.map(({ at }) => at - morning - 400 * dayMs)).toEqual([1, 2, 3]);
    expect(aStore(paths).read().progress.cards.size).toBe(3);
  });
});

describe('undo', () => {
  test('of the last answer is as if it had never been', () => {
    const paths = tempHome();
    const store = aStore(paths);
    store.append(good('sqs-1'), aStamp());
    const before = structuredClone(store.read().progress.cards);
    const review = store.append({ type: 'review', card: 'sqs-1', grade: 1 }, aStamp());
    store.append({ type: 'undo', target: review.id }, aStamp());
    expect(store.read().progress.cards).toEqual(before);
    expect(aStore(paths).read().progress.cards).toEqual(before);
    expect(linesOf(journalFile(paths))).toHaveLength(3);
  });

  test('reaches far back, over a snapshot, into another device', () => {
    const paths = emptyHome();
    const events = aMonth();
    writeJournal(paths, events, 'd-other');
    const first = aStore(paths);
    first.read();
    first.saveSnapshot();
    expect(existsSync(snapshotOf(paths))).toBe(true);
    const store = aStore(paths);
    const target = events[3] as JournalEvent;
    store.append({ type: 'undo', target: target.id }, aStamp());
    const expected = fold(events.filter((event) => event !== target)).progress;
    expect(store.read().progress.cards).toEqual(expected.cards);
    expect(aStore(paths).read().progress.days).toEqual(expected.days);
  });

  test('takes one answer after the other back, also those of earlier sessions', () => {
    const paths = tempHome();
    const written = [1, 2, 3].map((index) => aStore(paths).append(good(`sqs-${index}`), aStamp()));
    const store = aStore(paths);
    for (const event of [...written].reverse()) {
      const [last] = store.lastReviews(1);
      expect(last?.id).toBe(event.id);
      store.append({ type: 'undo', target: last?.id ?? '' }, aStamp());
    }
    expect(store.lastReviews(1)).toEqual([]);
    expect(store.read().progress.cards.size).toBe(0);
  });
});

describe('looking back', () => {
  test('the latest answers, newest first, over all devices, without what was taken back', () => {
    const paths = emptyHome();
    const [a, b, c, d] = [1, 2, 3, 4].map((index) => aReview(`sqs-${index}`, 3)) as JournalEvent[];
    const suspend = anEvent({ type: 'suspend', card: 'sqs-1' });
    writeJournal(paths, [a, d, suspend] as JournalEvent[], 'd-one');
    writeJournal(paths, [b, c, anEvent({ type: 'undo', target: c?.id ?? '' }), a] as JournalEvent[], 'd-two');
    const ids = (count: number) =>
      aStore(paths)
        .lastReviews(count)
        .map(({ card }) => card);
    expect(ids(9)).toEqual(['sqs-4', 'sqs-2', 'sqs-1']);
    expect(ids(2)).toEqual(['sqs-4', 'sqs-2']);
  });

  test('all events of one card, in order, and of no other whose id begins alike', () => {
    const paths = emptyHome();
    const events = [
      aReview('sqs-1', 3),
      aReview('sqs-10', 3),
      anEvent({ type: 'suspend', card: 'sqs-1' }),
      aReview('sqs-1', 1),
    ];
    const undo = anEvent({ type: 'undo', target: events[3]?.id ?? '' });
    writeJournal(paths, [...events, undo]);
    expect(aStore(paths).historyOf('sqs-1')).toEqual([events[0], events[2]]);
  });
});
