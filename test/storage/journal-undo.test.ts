import { existsSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import type { JournalEvent } from '../../src/domain/journal/event.ts';
import * as folding from '../../src/domain/journal/fold.ts';
import * as reading from '../../src/storage/read-lines.ts';
import { aMonth, aStamp, aStore, good, journalFile, linesOf, writeJournal } from '../support/a-journal.ts';
import { anEvent, aReview } from '../support/an-event.ts';
import { morning } from '../support/fixed-clock.ts';
import { emptyHome, tempHome } from '../support/temp-home.ts';

vi.mock('../../src/domain/journal/fold.ts', { spy: true });
vi.mock('../../src/storage/read-lines.ts', { spy: true });

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

describe('two terminals that answer in turn', () => {
  test('fold nothing again: what one writes follows what the other wrote before', () => {
    const paths = emptyHome();
    writeJournal(paths, aMonth(), 'd-other');
    const terminals = [aStore(paths), aStore(paths), aStore(paths, 'd-two')];
    for (const store of terminals) store.read();
    const before = wholeFolds();
    const written = Array.from({ length: 12 }, (_, index) => {
      // Nobody looks around between the answers, and one clock is behind.
      const at = morning + index * 10 - (index % 3 === 2 ? 3000 : 0);
      return terminals[index % 3]?.append(good(`sqs-${index % 5}`), aStamp({ at }));
    });
    for (const event of written.slice(-4).reverse())
      terminals[0]?.append({ type: 'undo', target: event?.id ?? '' }, aStamp());
    for (const store of terminals) store.refresh();
    expect(wholeFolds()).toBe(before);
    const { progress } = aStore(paths).read();
    for (const store of terminals) expect(store.read().progress).toEqual(progress);
  });

  test('an own line is not read back, and one that came between is read', () => {
    const paths = emptyHome();
    const [one, two] = [aStore(paths), aStore(paths)];
    const reads = () => vi.mocked(reading.readLines).mock.calls.length;
    const before = reads();
    one.append(good('sqs-1'), aStamp());
    one.append(good('sqs-1'), aStamp());
    expect(reads()).toBe(before);
    two.append(good('sqs-2'), aStamp());
    expect(one.refresh()).toBe(true);
    expect([one.refresh(), two.refresh()]).toEqual([false, false]);
    expect(reads()).toBe(before + 2);
    expect(one.read().progress).toEqual(two.read().progress);
  });
});

describe('many at once', () => {
  test('undos of older answers fold the whole once', () => {
    const paths = emptyHome();
    const events = aMonth(2500);
    writeJournal(paths, events);
    const store = aStore(paths);
    store.read();
    const before = wholeFolds();
    const undos = events.slice(100, 2300).map(({ id }) => ({ type: 'undo', target: id }) as const);
    const written = store.appendAll(undos, aStamp());
    expect(wholeFolds()).toBe(before + 1);
    expect(written.map(({ at }) => at)).toEqual(written.map((_, index) => (written[0]?.at ?? 0) + index));
    expect(linesOf(journalFile(paths))).toHaveLength(2500 + undos.length);
    expect(store.refresh()).toBe(false);
    expect(store.read().progress).toEqual(aStore(paths).read().progress);
  });

  test('none writes nothing', () => {
    const paths = tempHome();
    expect(aStore(paths).appendAll([], aStamp())).toEqual([]);
    expect(existsSync(paths.home)).toBe(false);
  });
});

describe('whether an answer was taken back', () => {
  test('is known of what was read and written, by whomever', () => {
    const paths = emptyHome();
    const [one, two] = [aStore(paths), aStore(paths, 'd-two')];
    const [a, b, c] = [1, 2, 3].map((index) => one.append(good(`sqs-${index}`), aStamp()).id) as [
      string,
      string,
      string,
    ];
    two.append({ type: 'undo', target: a }, aStamp());
    expect(one.isTakenBack(a)).toBe(false);
    one.append({ type: 'undo', target: b }, aStamp());
    expect([a, b, c].map((id) => one.isTakenBack(id))).toEqual([true, true, false]);
    const later = aStore(paths);
    later.read();
    expect([a, b, c].map((id) => later.isTakenBack(id))).toEqual([true, true, false]);
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
