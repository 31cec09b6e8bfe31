import { describe, expect, test, vi } from 'vitest';
import type { JournalEvent } from '../../src/domain/journal/event.ts';
import * as folding from '../../src/domain/journal/fold.ts';
import { aMonth, aStamp, aStore, good, writeJournal } from '../support/a-journal.ts';
import { anEvent, aReview } from '../support/an-event.ts';
import { emptyHome } from '../support/temp-home.ts';

vi.mock('../../src/domain/journal/fold.ts', { spy: true });

const wholeFolds = () => vi.mocked(folding.fold).mock.calls.length;

describe('an undo', () => {
  test('of what was written since it was opened folds nothing again, and comes to the same', () => {
    const paths = emptyHome();
    writeJournal(paths, aMonth(), 'd-other');
    const store = aStore(paths);
    const other = aStore(paths, 'd-other');
    store.read();
    other.read();
    const before = wholeFolds();
    const written = ['sqs-1', 'sqs-2', 'sqs-1', 'sqs-99'].map((card) => store.append(good(card), aStamp()));
    written.push(store.append({ type: 'suspend', card: 'sqs-3' }, aStamp()));
    for (const { id } of [...written].reverse()) store.append({ type: 'undo', target: id }, aStamp());
    expect(wholeFolds()).toBe(before);
    expect(store.read().progress).toEqual(aStore(paths).read().progress);
    expect([...store.read().progress.cards.keys()]).not.toContain('sqs-99');
    // Another terminal reads answers and undos in one piece.
    const folds = wholeFolds();
    expect(other.refresh()).toBe(true);
    expect(wholeFolds()).toBe(folds);
    expect(other.read().progress).toEqual(aStore(paths).read().progress);
  });

  test('of an older answer folds the whole, as it must', () => {
    const paths = emptyHome();
    const events = aMonth();
    writeJournal(paths, events);
    const store = aStore(paths);
    store.read();
    const before = wholeFolds();
    store.append({ type: 'undo', target: events[7]?.id ?? '' }, aStamp());
    expect(wholeFolds()).toBe(before + 1);
    expect(store.read().progress).toEqual(aStore(paths).read().progress);
  });

  test('of an answer that comes only now, out of its order, folds the whole', () => {
    const paths = emptyHome();
    const store = aStore(paths);
    const late = aReview('sqs-5', 3) as JournalEvent;
    store.append(good('sqs-1'), aStamp({ at: late.at + 5000 }));
    writeJournal(paths, [late, anEvent({ type: 'undo', target: late.id }, { at: late.at + 1 })], 'd-two');
    store.refresh();
    expect(store.read().progress).toEqual(aStore(paths).read().progress);
    expect([...store.read().progress.cards.keys()]).toEqual(['sqs-1']);
  });
});

describe('the latest answers given here', () => {
  test('leave those of other devices out, whichever are newer; copied ones stay', () => {
    const paths = emptyHome();
    const [a, b, c, d] = [1, 2, 3, 4].map((index) => aReview(`sqs-${index}`, 3)) as [
      JournalEvent,
      ...JournalEvent[],
    ];
    writeJournal(paths, [a, c] as JournalEvent[], 'd-one');
    writeJournal(paths, [a, b, c, d] as JournalEvent[], 'd-copy');
    const here = (device: string) =>
      aStore(paths, device)
        .lastReviews(9, 'here')
        .map(({ card }) => card);
    expect(here('d-one')).toEqual(['sqs-3', 'sqs-1']);
    expect(here('d-copy')).toEqual(['sqs-4', 'sqs-3', 'sqs-2', 'sqs-1']);
    expect(here('d-new')).toEqual([]);
    expect(aStore(paths).lastReviews(1)).toMatchObject([{ card: 'sqs-4' }]);
  });

  test('leave out what another device took back', () => {
    const paths = emptyHome();
    const review = aReview('sqs-1', 3);
    writeJournal(paths, [review], 'd-one');
    writeJournal(paths, [anEvent({ type: 'undo', target: review.id })], 'd-two');
    expect(aStore(paths, 'd-one').lastReviews(9, 'here')).toEqual([]);
  });
});
