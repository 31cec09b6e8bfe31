import { copyFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { JournalEvent } from '../../src/domain/journal/event.ts';
import { fold } from '../../src/domain/journal/fold.ts';
import type { Paths } from '../../src/storage/paths.ts';
import { aMonth, aStamp, aStore, good, journalFile, linesOf, writeJournal } from '../support/a-journal.ts';
import { morning } from '../support/fixed-clock.ts';
import { emptyHome, tempHome } from '../support/temp-home.ts';

const eventsOn = (paths: Paths, device?: string) =>
  linesOf(journalFile(paths, device)).flatMap((line) => {
    try {
      return [JSON.parse(line) as JournalEvent];
    } catch {
      return [];
    }
  });

describe('several terminals and devices', () => {
  test('two stores over one file see each other at the next look, and lose none', () => {
    const paths = tempHome();
    const [one, two] = [aStore(paths), aStore(paths)];
    for (let index = 0; index < 20; index += 1) {
      const store = index % 2 === 0 ? one : two;
      store.append(good(`sqs-${index}`), aStamp({ at: morning + index }));
      const other = index % 2 === 0 ? two : one;
      expect(other.refresh()).toBe(true);
      expect(other.read().progress.cards.size).toBe(index + 1);
      expect(other.refresh()).toBe(false);
    }
    expect(one.read().progress.cards).toEqual(two.read().progress.cards);
    expect(aStore(paths).read().progress.cards).toEqual(one.read().progress.cards);
    expect(one.read().trouble).toEqual([]);
  });

  test('answers that were not seen yet are put in their place when they are', () => {
    const paths = tempHome();
    const [one, two] = [aStore(paths), aStore(paths)];
    one.read();
    two.read();
    for (let index = 0; index < 6; index += 1) {
      one.append({ type: 'review', card: 'sqs-1', grade: 3 }, aStamp({ at: morning + index * 10 }));
      two.append({ type: 'review', card: 'sqs-1', grade: 1 }, aStamp({ at: morning + index * 10 + 5 }));
    }
    one.refresh();
    two.refresh();
    expect(one.read().progress).toEqual(two.read().progress);
    expect(one.read().progress).toEqual(fold(eventsOn(paths)).progress);
  });

  test('a device whose file comes later, comes twice, or comes in part, merges to the union', () => {
    const [here, there] = [emptyHome(), emptyHome()];
    const month = aMonth();
    const [mine, theirs] = [
      month.filter((_, index) => index % 3 === 0),
      month.filter((_, index) => index % 3 !== 0),
    ];
    writeJournal(here, mine, 'd-one');
    writeJournal(there, theirs, 'd-two');
    const store = aStore(here, 'd-one');
    store.read();
    store.saveSnapshot();
    writeJournal(here, theirs.slice(0, 50), 'd-two');
    expect(store.refresh()).toBe(true);
    copyFileSync(journalFile(there, 'd-two'), journalFile(here, 'd-two'));
    copyFileSync(journalFile(there, 'd-two'), journalFile(here, 'd-two-copy'));
    expect(store.refresh()).toBe(true);
    expect(store.read().progress).toEqual(fold(month).progress);
    expect(aStore(here).read().progress).toEqual(fold(month).progress);
  });

  test('undo by one terminal is seen by the other', () => {
    const paths = tempHome();
    const [one, two] = [aStore(paths), aStore(paths)];
    const review = one.append(good('sqs-1'), aStamp());
    two.read();
    one.append({ type: 'undo', target: review.id }, aStamp());
    two.refresh();
    expect(two.read().progress.cards.size).toBe(0);
  });
});
