import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Happening, JournalEvent } from '../../src/domain/journal/event.ts';
import { grades } from '../../src/domain/scheduling/memory.ts';
import { JournalStore } from '../../src/storage/journal-store.ts';
import { makeFolder } from '../../src/storage/make-folder.ts';
import type { Paths } from '../../src/storage/paths.ts';
import { aReview } from './an-event.ts';
import { morning, today } from './fixed-clock.ts';

export const snapshotOf = (paths: Paths): string => join(paths.cache, 'snapshot.json');
export const journalFile = (paths: Paths, device = 'd-one'): string => join(paths.journal, `${device}.jsonl`);

export function aStore(paths: Paths, device = 'd-one'): JournalStore {
  return new JournalStore({ folder: paths.journal, snapshot: snapshotOf(paths), device: () => device });
}

/** An answer of today, unless told otherwise. */
export const aStamp = (changes: { at?: number; day?: number } = {}) => ({
  at: morning,
  tz: 0,
  day: today,
  ...changes,
});

export const good = (card: string): Happening => ({ type: 'review', card, grade: 3 });

/** Writes a journal as another device or an earlier program left it. */
export function writeJournal(
  paths: Paths,
  events: readonly (JournalEvent | string)[],
  device?: string,
): void {
  const lines = events.map((event) => (typeof event === 'string' ? event : JSON.stringify(event)));
  makeFolder(paths.journal);
  writeFileSync(journalFile(paths, device), lines.map((line) => `${line}\n`).join(''));
}

export const linesOf = (path: string): string[] => readFileSync(path, 'utf8').split('\n').slice(0, -1);

/** Answers of a month to twenty cards. */
export const aMonth = (count = 300): JournalEvent[] =>
  Array.from({ length: count }, (_, index) =>
    aReview(`sqs-${index % 20}`, grades[(index * 7) % 4] ?? 3, today - 30 + Math.floor(index / 10)),
  );
