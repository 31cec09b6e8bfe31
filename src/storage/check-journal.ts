import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseEvent } from '../domain/journal/event.ts';
import type { Finding } from '../ports.ts';
import { placeAt } from './place-at.ts';
import { linesBefore, readLines } from './read-lines.ts';
import { fitsJournals, readSnapshot } from './snapshot.ts';

const cannotRead = (path: string, why: string, remedy: string): Finding => ({
  area: 'journal',
  severity: 'error',
  message: `${path} cannot be read${why}`,
  remedy,
});

const refused = (path: string, error: unknown) =>
  cannotRead(
    path,
    ` (${(error as Error).message}).`,
    'Give yourself read access, or restore it from a backup.',
  );

export interface Known {
  /** Path of the snapshot: a line behind it was read and said before. */
  readonly foldedIn: string;
  /** Puts what can be read behind the snapshot. */
  readonly takeNote: () => void;
}

/** Reads every line of every device's journal. It changes nothing: what cannot be read is kept as it is. */
export function checkJournal(folder: string, known: Known): Finding[] {
  const place = placeAt(folder);
  if (place === 'nothing') return [{ area: 'journal', severity: 'ok', message: 'No answers yet.' }];
  if (place === 'file')
    return [
      cannotRead(
        folder,
        ': it is a file where a folder should be.',
        'Move it out of the way; if it holds answers, put it into a folder of that name, as a file that ends in .jsonl.',
      ),
    ];
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
    const found = names.sort().map((name) => checkFile(join(folder, name), known));
    // Where one file cannot be read there is no snapshot of the journal.
    return found.some(({ severity }) => severity === 'error') ? found.map(({ fix, ...rest }) => rest) : found;
  } catch (error) {
    return [refused(folder, error)];
  }
}

/** What a crash or a full disk left of a line: it begins as an event and does not end as one. */
const isCutShort = (line: string): boolean => line.startsWith('{') && !/\}\s*$/.test(line);

/** How many lines of a journal are behind a snapshot that fits. */
function linesFolded(path: string, snapshotPath: string): number {
  const snapshot = readSnapshot(snapshotPath);
  if (snapshot === undefined || !fitsJournals(snapshot)) return 0;
  return linesBefore(path, snapshot.files[path]?.size ?? 0);
}

/*
 * Damaged lines stay where they are. Other terminals hold the file open and append to it without a lock, and other
 * devices bring it up to date by its name: what is appended while it is written anew, or to the file that was moved
 * away, would be lost. So what was seen is remembered instead, as everywhere, by the snapshot: it is worth a note then.
 */
function checkFile(path: string, { foldedIn, takeNote }: Known): Finding {
  if (placeAt(path) === 'folder')
    return cannotRead(
      path,
      ': it is a folder where a file should be.',
      'Move it out of the journal folder: nothing that needs your answers works while it is there.',
    );
  let events = 0;
  const damaged: number[] = [];
  const cut: number[] = [];
  let torn: boolean;
  try {
    ({ torn } = readLines(path, 0, (line, number) => {
      if (parseEvent(line) !== undefined) events += 1;
      else (isCutShort(line) ? cut : damaged).push(number);
    }));
  } catch (error) {
    return refused(path, error);
  }
  const seen = damaged.length === 0 ? 0 : linesFolded(path, foldedIn);
  const isNew = damaged.some((line) => line > seen);
  const head = `${path}: ${events} ${events === 1 ? 'event' : 'events'}`;
  const parts = [
    ...(damaged.length === 0 ? [] : [`${listed(damaged)} unreadable`]),
    ...(cut.length === 0 ? [] : [`${listed(cut)} cut short by a crash or a full disk`]),
    ...(torn ? ['the last line is cut short'] : []),
  ];
  if (parts.length === 0) return { area: 'journal', severity: 'ok', message: `${head}, all readable.` };
  return {
    area: 'journal',
    // A line that was cut short was said when it happened; it stays in the file for ever.
    severity: isNew ? 'warning' : 'note',
    message: `${head}; ${parts.join('; ')}; the rest counts.`,
    ...(isNew ? { fix: takeNote } : {}),
    remedy: isNew
      ? 'Take note of it: such lines are kept and left out, and are no warning any more. If answers are missing, restore the file from a backup.'
      : damaged.length > 0
        ? 'Nothing needs doing: such lines are kept and left out. If answers are missing, restore the file from a backup.'
        : torn
          ? 'Nothing needs doing: the next answer begins a line of its own.'
          : 'Nothing needs doing: such lines are kept and left out.',
  };
}

const listed = (lines: readonly number[]): string =>
  `line ${lines.slice(0, 10).join(', ')}${lines.length > 10 ? ', …' : ''}`;
