import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
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
import { aReview } from '../support/an-event.ts';
import { dayMs, morning } from '../support/fixed-clock.ts';
import { emptyHome } from '../support/temp-home.ts';

describe('trouble in the files', () => {
  const first = aReview('sqs-1', 3);
  const second = aReview('sqs-2', 3);

  test('a torn last line is left out and said so; the next answer begins a line of its own', () => {
    const paths = emptyHome();
    writeJournal(paths, [first]);
    const torn = JSON.stringify(second).slice(0, 40);
    appendFileSync(journalFile(paths), torn);
    const store = aStore(paths);
    expect(store.read().progress.cards.size).toBe(1);
    expect(store.read().trouble).toEqual([
      { file: journalFile(paths), line: 2, message: expect.stringContaining('cut short') },
    ]);
    store.append(good('sqs-3'), aStamp({ at: morning + dayMs }));
    expect([...aStore(paths).read().progress.cards.keys()]).toEqual(['sqs-1', 'sqs-3']);
    expect(linesOf(journalFile(paths))[1]).toBe(torn);
    expect(aStore(paths).read().trouble).toMatchObject([
      { line: 2, message: expect.stringContaining('not a readable') },
    ]);
  });

  test('a line that another terminal is in the middle of writing is read when it is whole', () => {
    const paths = emptyHome();
    writeJournal(paths, [first]);
    const store = aStore(paths);
    store.read();
    const line = JSON.stringify(second);
    appendFileSync(journalFile(paths), line.slice(0, 30));
    expect(store.refresh()).toBe(false);
    expect(store.read().trouble).toHaveLength(1);
    appendFileSync(journalFile(paths), `${line.slice(30)}\n`);
    expect(store.refresh()).toBe(true);
    expect(store.read().trouble).toEqual([]);
    expect(store.read().progress.cards.size).toBe(2);
  });

  test.each([
    ['no JSON', '{"v":1,'],
    ['no event', '{"hello":"world"}'],
    ['zero bytes', '\0\0\0'],
    ['an event of a later version', JSON.stringify({ ...first, v: 2 })],
  ])('an unreadable line in the middle (%s) is named by its number and kept', (_, bad) => {
    const paths = emptyHome();
    writeJournal(paths, [first, bad, second]);
    const before = readFileSync(journalFile(paths), 'utf8');
    const store = aStore(paths);
    expect(store.read().progress.cards.size).toBe(2);
    expect(store.read().trouble).toEqual([
      { file: journalFile(paths), line: 2, message: expect.stringContaining('kept as it is') },
    ]);
    store.append(good('sqs-3'), aStamp({ at: morning + dayMs }));
    expect(readFileSync(journalFile(paths), 'utf8').startsWith(before)).toBe(true);
  });

  test('its number counts from the start of the file, also behind a snapshot', () => {
    const paths = emptyHome();
    writeJournal(paths, aMonth());
    const store = aStore(paths);
    store.read();
    store.saveSnapshot();
    appendFileSync(journalFile(paths), `rubbish\n${JSON.stringify(aReview('sqs-new', 3))}\n`);
    const next = aStore(paths);
    expect(next.read().progress.cards.has('sqs-new')).toBe(true);
    expect(next.read().trouble.map(({ line }) => line)).toEqual([301]);
  });

  test('it is said once: the snapshot of that session covers it', () => {
    const paths = emptyHome();
    writeJournal(paths, [first, '{"v":1,"id', second]);
    const store = aStore(paths);
    expect(store.read().trouble).toHaveLength(1);
    store.saveSnapshot();
    const next = aStore(paths);
    expect(next.read().trouble).toEqual([]);
    expect(next.read().progress.cards.size).toBe(2);
    // Without trouble so few events are not worth a snapshot.
    const sound = emptyHome();
    writeJournal(sound, [first, second]);
    const other = aStore(sound);
    other.read();
    other.saveSnapshot();
    expect(existsSync(snapshotOf(sound))).toBe(false);
  });

  test('a line that was edited by hand with Windows line ends is read', () => {
    const paths = emptyHome();
    writeJournal(paths, [`${JSON.stringify(first)}\r`, '', `  ${JSON.stringify(second)}`]);
    expect(aStore(paths).read()).toMatchObject({ trouble: [] });
    expect(aStore(paths).read().progress.cards.size).toBe(2);
  });

  test('other files in the folder are none of ours', () => {
    const paths = emptyHome();
    writeFileSync(join(paths.journal, 'notes.txt'), 'not json');
    writeFileSync(join(paths.journal, 'd-one.jsonl.bak'), 'not json');
    expect(aStore(paths).read()).toMatchObject({ trouble: [] });
  });

  test('a folder that cannot be read is said, and read as soon as it can be', () => {
    const paths = emptyHome();
    rmSync(paths.journal, { recursive: true });
    writeFileSync(paths.journal, 'a file in place of the folder');
    const store = aStore(paths);
    for (let attempt = 0; attempt < 2; attempt += 1)
      expect(() => store.read()).toThrow(
        expect.objectContaining({ name: 'UserError', message: expect.stringContaining(paths.journal) }),
      );
    expect(() => store.append(good('sqs-1'), aStamp())).toThrow(
      expect.objectContaining({ name: 'UserError' }),
    );
    rmSync(paths.journal);
    writeJournal(paths, [first, second], 'd-other');
    expect(store.read().progress.cards.size).toBe(2);
    store.append(good('sqs-3'), aStamp({ at: morning + dayMs }));
    expect(aStore(paths).read().progress.cards.size).toBe(3);
  });

  test('a file that cannot be read in the middle of a session loses nothing of the others', () => {
    const paths = emptyHome();
    writeJournal(paths, [first], 'd-a');
    const store = aStore(paths, 'd-a');
    store.read();
    // Two devices' files arrive; the second cannot be read at first.
    writeJournal(paths, [first, aReview('sqs-7', 3)], 'd-a');
    mkdirSync(journalFile(paths, 'd-b'));
    expect(() => store.refresh()).toThrow(expect.objectContaining({ name: 'UserError' }));
    rmSync(journalFile(paths, 'd-b'), { recursive: true });
    writeJournal(paths, [second], 'd-b');
    store.refresh();
    expect([...store.read().progress.cards.keys()].sort()).toEqual(['sqs-1', 'sqs-2', 'sqs-7']);
  });

  test('own answers count again after a new beginning from a snapshot that is older', () => {
    const paths = emptyHome();
    writeJournal(paths, aMonth());
    const store = aStore(paths);
    store.read();
    store.saveSnapshot();
    store.append(good('sqs-new'), aStamp());
    mkdirSync(journalFile(paths, 'd-b'));
    expect(() => store.refresh()).toThrow(expect.objectContaining({ name: 'UserError' }));
    rmSync(journalFile(paths, 'd-b'), { recursive: true });
    expect(store.read().progress.cards.has('sqs-new')).toBe(true);
  });

  test('an answer written while another file cannot be read counts', () => {
    const paths = emptyHome();
    const review = aStore(paths, 'd-a').append(good('sqs-1'), aStamp());
    const store = aStore(paths, 'd-a');
    store.read();
    mkdirSync(journalFile(paths, 'd-b'));
    // Taking an older answer back folds everything anew, which cannot be done now; the line is on disk all the same.
    store.append({ type: 'undo', target: review.id }, aStamp());
    expect(() => store.read()).toThrow(expect.objectContaining({ name: 'UserError' }));
    expect(() => store.saveSnapshot()).not.toThrow();
    rmSync(journalFile(paths, 'd-b'), { recursive: true });
    expect(store.read().progress.cards.size).toBe(0);
  });
});
