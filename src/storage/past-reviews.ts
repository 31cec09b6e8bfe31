import { fingerprint } from '../domain/fingerprint.ts';
import {
  byTime,
  type JournalEvent,
  journalVersion,
  parseEvent,
  type Review,
} from '../domain/journal/event.ts';
import type { PastReview } from '../ports.ts';
import { timeDigits } from './event-id.ts';
import { readLines } from './read-lines.ts';

/** Reads journal files from their start, each event once; with `needles`, parses only lines that hold one of them. */
export function scanEvents(
  files: readonly string[],
  each: (event: JournalEvent) => void,
  needles?: readonly string[],
): void {
  const seen = new Set<string>();
  for (const path of files) {
    readLines(path, 0, (line) => {
      if (needles !== undefined && !needles.some((needle) => line.includes(needle))) return;
      const event = parseEvent(line);
      if (event === undefined || seen.has(event.id)) return;
      seen.add(event.id);
      each(event);
    });
  }
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
