import { fingerprint } from '../domain/fingerprint.ts';
import type { CardId } from '../domain/ids.ts';
import {
  byTime,
  type JournalEvent,
  journalVersion,
  parseEvent,
  type Review,
} from '../domain/journal/event.ts';
import type { PastReview } from '../ports.ts';
import { diskTrouble } from './disk-trouble.ts';
import { timeDigits } from './event-id.ts';
import { readLines } from './read-lines.ts';

/**
 * Reads journal files from their start, each event once; with `needles`, parses only lines that hold one of them.
 * @throws UserError where the disk refuses.
 */
export function scanEvents(
  files: readonly string[],
  each: (event: JournalEvent) => void,
  needles?: readonly string[],
): void {
  const seen = new Set<string>();
  for (const path of files) {
    try {
      readLines(path, 0, (line) => {
        if (needles !== undefined && !needles.some((needle) => line.includes(needle))) return;
        const event = parseEvent(line);
        if (event === undefined || seen.has(event.id)) return;
        seen.add(event.id);
        each(event);
      });
    } catch (error) {
      throw diskTrouble('read', path, error);
    }
  }
}

/** The latest answers that were not taken back, newest first; with `only`, those of this one file. */
export function latestReviews(
  files: readonly string[],
  count: number,
  only?: string,
): (JournalEvent & Review)[] {
  const undone = new Set<string>();
  const reviews: (JournalEvent & Review)[] = [];
  const take = (event: JournalEvent) => {
    if (event.type === 'undo') undone.add(event.target);
    else if (event.type === 'review') reviews.push(event);
  };
  if (only === undefined) scanEvents(files, take, ['"review"', '"undo"']);
  else {
    // An event that was copied to another device's file is still of this one.
    const ownFile = files.filter((path) => path === only);
    scanEvents(ownFile, take, ['"review"', '"undo"']);
    const others = files.filter((path) => path !== only);
    scanEvents(others, (event) => event.type === 'undo' && undone.add(event.target), ['"undo"']);
  }
  const standing = reviews.filter((review) => !undone.has(review.id));
  return standing.sort((a, b) => byTime(b, a)).slice(0, count);
}

/** All events of these cards in order, taken-back ones left out. */
export function historyIn(files: readonly string[], cards: ReadonlySet<CardId>): JournalEvent[] {
  const undone = new Set<string>();
  const events: JournalEvent[] = [];
  scanEvents(
    files,
    (event) => {
      if (event.type === 'undo') undone.add(event.target);
      else if (event.type !== 'forecast' && 'card' in event && cards.has(event.card)) events.push(event);
    },
    [...[...cards].map((id) => JSON.stringify(id)), '"undo"'],
  );
  return events.filter((event) => !undone.has(event.id)).sort(byTime);
}

const keyOf = (card: string, at: number) => `${at} ${card}`;

/** Imported answers are synced so many at a time. */
const linesPerWrite = 1000;

/**
 * Past answers as lines of the journal, oldest first, without those that the journal holds. Their ids come from card and instant, so
 * that two devices that import the same history agree on them.
 */
export function newReviews(
  reviews: readonly PastReview[],
  scan: (each: (event: JournalEvent) => void) => void,
): { readonly count: number; readonly pieces: readonly string[] } {
  const known = new Set<string>();
  scan((event) => {
    if (event.type === 'review') known.add(keyOf(event.card, event.at));
  });
  const events: (JournalEvent & Review)[] = [];
  for (const { review, at, tz, day } of reviews) {
    const key = keyOf(review.card, at);
    if (known.has(key)) continue;
    known.add(key);
    const id = timeDigits(at) + fingerprint(key).toUpperCase();
    events.push({ v: journalVersion, id, at, tz, day, ...review });
  }
  const lines = events.sort(byTime).map((event) => JSON.stringify(event));
  const pieces: string[] = [];
  for (let from = 0; from < lines.length; from += linesPerWrite)
    pieces.push(lines.slice(from, from + linesPerWrite).join('\n'));
  return { count: lines.length, pieces };
}
