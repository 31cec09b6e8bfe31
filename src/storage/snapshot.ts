import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { CardProgress, DayTotals, Progress } from '../domain/journal/progress.ts';
import { algorithm } from '../domain/scheduling/memory.ts';
import { makeFolder } from './make-folder.ts';

/** Bytes at the end of the folded part of a journal file that are compared: another history is noticed. */
const tailBytes = 256;
const snapshotVersion = 4;

/** A snapshot is written when so many events came since the last one: rarely, yet a start never folds more. */
export const eventsPerSnapshot = 200;

/** How far a journal file was folded. */
export interface Folded {
  readonly size: number;
  readonly tail: string;
}

/** The fold of the journals up to some point. Only a cache: wherever it does not fit exactly, it is not used. */
export interface Snapshot {
  readonly files: Readonly<Record<string, Folded>>;
  readonly parameters?: readonly number[] | undefined;
  readonly progress: Progress;
}

interface Stored {
  readonly key: string;
  readonly files: Record<string, Folded>;
  readonly parameters?: readonly number[];
  readonly cards: [string, CardProgress][];
  readonly days: [number, DayTotals][];
  readonly adopted: [string, string][];
  readonly rest: Omit<Progress, 'cards' | 'days' | 'adopted'>;
}

const key = `${snapshotVersion}:${algorithm}`;

/** Names the last bytes before `size`; undefined where the file is shorter. */
export function tailOf(path: string, size: number): string | undefined {
  try {
    if (statSync(path).size < size) return undefined;
    const from = Math.max(0, size - tailBytes);
    const bytes = Buffer.alloc(size - from);
    const handle = openSync(path, 'r');
    try {
      readSync(handle, bytes, 0, bytes.length, from);
    } finally {
      closeSync(handle);
    }
    return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  } catch {
    return undefined;
  }
}

/** All parts are there: a file that another program wrote or shortened is no snapshot. */
function isWhole({ files, cards, days, adopted, rest }: Partial<Stored>): boolean {
  return (
    [cards, days, adopted].every((part) => Array.isArray(part)) &&
    [files, rest].every((part) => typeof part === 'object' && part !== null) &&
    Number.isFinite(rest?.lastAt) &&
    Number.isFinite(rest?.retention)
  );
}

export function readSnapshot(path: string): Snapshot | undefined {
  try {
    const stored = JSON.parse(readFileSync(path, 'utf8')) as Stored;
    if (stored.key !== key || !isWhole(stored)) return undefined;
    return {
      files: stored.files,
      parameters: stored.parameters,
      progress: {
        ...stored.rest,
        cards: new Map(stored.cards),
        days: new Map(stored.days),
        adopted: new Map(stored.adopted),
      },
    };
  } catch {
    return undefined;
  }
}

/** Whether the journals still begin with what the snapshot folded. */
export const fitsJournals = ({ files }: Snapshot): boolean =>
  Object.entries(files).every(([path, { size, tail }]) => tailOf(path, size) === tail);

/** Writes beside and renames, so that a reader never meets half a snapshot. It is a cache: failing is allowed. */
export function writeSnapshot(path: string, snapshot: Snapshot): boolean {
  const { cards, days, adopted, ...rest } = snapshot.progress;
  const stored: Stored = {
    key,
    files: { ...snapshot.files },
    ...(snapshot.parameters === undefined ? {} : { parameters: snapshot.parameters }),
    cards: [...cards],
    days: [...days],
    adopted: [...adopted],
    rest,
  };
  try {
    makeFolder(dirname(path));
    writeFileAtomic.sync(path, JSON.stringify(stored), { mode: 0o600, fsync: false });
    return true;
  } catch {
    return false;
  }
}
