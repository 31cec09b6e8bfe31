import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { JournalEvent } from '../../src/domain/journal/event.ts';
import { fold } from '../../src/domain/journal/fold.ts';
import type { Paths } from '../../src/storage/paths.ts';
import { aMonth, aStamp, aStore, good, journalFile, snapshotOf, writeJournal } from '../support/a-journal.ts';
import { anEvent, aReview } from '../support/an-event.ts';
import { dayMs, morning, today } from '../support/fixed-clock.ts';
import { emptyHome } from '../support/temp-home.ts';

describe('the snapshot', () => {
  function aSavedHome() {
    const paths = emptyHome();
    const events = aMonth();
    writeJournal(paths, events);
    const store = aStore(paths);
    store.read();
    store.saveSnapshot();
    return { paths, events, expected: fold(events).progress };
  }

  test('is what was folded, and is used: the journal before it is not read', () => {
    const { paths, expected } = aSavedHome();
    // The first half of the journal is spoilt without moving a byte of what is compared.
    const path = journalFile(paths);
    const content = readFileSync(path);
    content.fill('x', 0, content.length - 400);
    writeFileSync(path, content);
    const store = aStore(paths);
    expect(store.read()).toMatchObject({ trouble: [] });
    expect(store.read().progress).toEqual(expected);
  });

  test('and what came after it', () => {
    const { paths, events } = aSavedHome();
    const more = [
      aReview('sqs-1', 3, today + 1),
      anEvent({ type: 'config', retention: 0.8 }),
      aReview('sqs-1', 3, today + 9),
    ];
    appendFileSync(journalFile(paths), more.map((event) => `${JSON.stringify(event)}\n`).join(''));
    const { progress, model } = aStore(paths).read();
    expect(progress).toEqual(fold([...events, ...more]).progress);
    expect(model.intervalDays({ stabilityDays: 10, difficulty: 5 })).toBe(
      fold([...events, ...more]).model.intervalDays({ stabilityDays: 10, difficulty: 5 }),
    );
  });

  test('is not written for a few answers, and never stands in the way', () => {
    const paths = emptyHome();
    writeJournal(paths, aMonth(150));
    const store = aStore(paths);
    store.read();
    store.saveSnapshot();
    expect(existsSync(snapshotOf(paths))).toBe(false);
    rmSync(paths.cache, { recursive: true, force: true });
    writeFileSync(paths.cache, 'a file in place of the folder');
    writeJournal(paths, aMonth(300), 'd-two');
    store.refresh();
    expect(() => store.saveSnapshot()).not.toThrow();
  });

  test.each<[string, (paths: Paths) => void]>([
    ['missing', (paths) => rmSync(snapshotOf(paths))],
    ['empty', (paths) => writeFileSync(snapshotOf(paths), '')],
    [
      'cut short',
      (paths) => writeFileSync(snapshotOf(paths), readFileSync(snapshotOf(paths), 'utf8').slice(0, -50)),
    ],
    ['null', (paths) => writeFileSync(snapshotOf(paths), 'null')],
    [
      'without its parts',
      (paths) => {
        const { key } = JSON.parse(readFileSync(snapshotOf(paths), 'utf8')) as { key: string };
        writeFileSync(snapshotOf(paths), JSON.stringify({ key }));
      },
    ],
    [
      'with parts of another shape',
      (paths) => {
        const stored = JSON.parse(readFileSync(snapshotOf(paths), 'utf8')) as object;
        writeFileSync(snapshotOf(paths), JSON.stringify({ ...stored, cards: 5, files: null }));
      },
    ],
    [
      'of another algorithm',
      (paths) => {
        const stored = JSON.parse(readFileSync(snapshotOf(paths), 'utf8')) as object;
        writeFileSync(snapshotOf(paths), JSON.stringify({ ...stored, key: '3:sm-2', cards: [] }));
      },
    ],
    [
      'a folder',
      (paths) => {
        rmSync(snapshotOf(paths));
        mkdirSync(snapshotOf(paths));
      },
    ],
  ])('that is %s is not used; the journal says the same', (_, spoil) => {
    const { paths, expected } = aSavedHome();
    spoil(paths);
    expect(aStore(paths).read().progress).toEqual(expected);
  });

  test('of a home that is not this one is not used', () => {
    const { paths } = aSavedHome();
    const other = emptyHome();
    writeJournal(other, [aReview('iam-1', 3)]);
    mkdirSync(other.cache);
    copyFileSync(snapshotOf(paths), snapshotOf(other));
    rmSync(paths.journal, { recursive: true });
    expect([...aStore(other).read().progress.cards.keys()]).toEqual(['iam-1']);
  });

  test.each<[string, (events: JournalEvent[]) => JournalEvent[]]>([
    ['shorter', (events) => events.slice(0, -10)],
    ['another at the end', (events) => [...events.slice(0, -1), aReview('iam-9', 1)]],
    [
      'another in the middle, of another length',
      (events) =>
        events.map((event, index) =>
          index === 100 ? aReview('a-card-of-a-long-name', 1, event.day) : event,
        ),
    ],
    ['empty', () => []],
  ])('is not used for a history that became %s', (_, change) => {
    const { paths, events } = aSavedHome();
    const changed = change(events);
    writeJournal(paths, changed);
    expect(aStore(paths).read().progress).toEqual(fold(changed).progress);
  });

  test('is not used where a file of a device is gone or was renamed', () => {
    const { paths, events } = aSavedHome();
    renameSync(journalFile(paths), journalFile(paths, 'd-renamed'));
    expect(aStore(paths).read().progress).toEqual(fold(events).progress);
    rmSync(journalFile(paths, 'd-renamed'));
    expect(aStore(paths).read().progress.cards.size).toBe(0);
  });

  test('that was taken while a line was torn goes on behind it', () => {
    const { paths, events } = aSavedHome();
    appendFileSync(journalFile(paths), '{"v":1,"torn');
    const more = aMonth(250).map((event) => ({ ...event, day: today + 1 }));
    writeJournal(paths, more, 'd-two');
    const store = aStore(paths);
    store.read();
    store.saveSnapshot();
    const last = store.append(good('sqs-last'), aStamp({ at: morning + 9 * dayMs, day: today + 9 }));
    expect(aStore(paths).read().progress).toEqual(fold([...events, ...more, last]).progress);
  });

  test('parameters in force are those of the whole history, also from a snapshot', () => {
    const { paths, events } = aSavedHome();
    const w = aStore(paths).read().model;
    const params = anEvent({
      type: 'params',
      w: Array.from({ length: 21 }, (_, index) => 0.3 + index / 50),
      algo: 'fsrs-6',
    });
    appendFileSync(journalFile(paths), `${JSON.stringify(params)}\n`);
    writeJournal(paths, aMonth(250), 'd-two');
    const store = aStore(paths);
    store.read();
    store.saveSnapshot();
    const memory = { stabilityDays: 10, difficulty: 5 };
    const from = aStore(paths).read().model;
    expect(from.next(memory, 5, 3)).toEqual(fold([...events, params]).model.next(memory, 5, 3));
    expect(from.next(memory, 5, 3)).not.toEqual(w.next(memory, 5, 3));
  });
});
