import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseEvent } from '../domain/journal/event.ts';
import type { Finding } from '../ports.ts';
import { placeAt } from './place-at.ts';
import { readLines } from './read-lines.ts';

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

/** Reads every line of every device's journal. It changes nothing: what cannot be read is kept as it is. */
export function checkJournal(folder: string): Finding[] {
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
    return names.sort().map((name) => checkFile(join(folder, name)));
  } catch (error) {
    return [refused(folder, error)];
  }
}

/** What a crash or a full disk left of a line: it begins as an event and does not end as one. */
const isCutShort = (line: string): boolean => line.startsWith('{') && !/\}\s*$/.test(line);

function checkFile(path: string): Finding {
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
  const head = `${path}: ${events} ${events === 1 ? 'event' : 'events'}`;
  const parts = [
    ...(damaged.length === 0 ? [] : [`${listed(damaged)} unreadable`]),
    ...(cut.length === 0 ? [] : [`${listed(cut)} cut short by a crash or a full disk`]),
    ...(torn ? ['the last line is cut short'] : []),
  ];
  if (parts.length === 0) return { area: 'journal', severity: 'ok', message: `${head}, all readable.` };
  return {
    area: 'journal',
    // A line that a later answer has closed was said when it happened; it stays in the file for ever.
    severity: damaged.length > 0 || torn ? 'warning' : 'note',
    message: `${head}; ${parts.join('; ')}; the rest counts.`,
    remedy:
      damaged.length > 0
        ? 'Restore the file from a backup if answers are missing; else nothing needs doing: such lines are kept and left out.'
        : torn
          ? 'Nothing needs doing: the next answer begins a line of its own.'
          : 'Nothing needs doing: such lines are kept and left out.',
  };
}

const listed = (lines: readonly number[]): string =>
  `line ${lines.slice(0, 10).join(', ')}${lines.length > 10 ? ', …' : ''}`;
