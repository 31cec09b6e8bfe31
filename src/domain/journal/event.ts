import type { CardId, StudyDay } from '../ids.ts';
import type { Grade } from '../scheduling/memory.ts';

/** Fields of every line of the journal. */
interface Stamp {
  readonly v: 1;
  /** Unique, sorts by time: 26 characters, ULID style. */
  readonly id: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly at: number;
  /** Minutes from local time to UTC, as getTimezoneOffset gives it. */
  readonly tz: number;
  /** Study day, frozen when written: travel and a changed rollover never rewrite history. */
  readonly day: StudyDay;
}

export interface Review {
  readonly type: 'review';
  readonly card: CardId;
  readonly grade: Grade;
  /** Milliseconds from showing the question to the grade. */
  readonly ms?: number;
  /** Fingerprint of the card as it was shown. */
  readonly hash?: string;
  /** Recall that was predicted at that moment, 0-1: the honest basis of a calibration. */
  readonly recall?: number;
  /** A cram: kept as history, changes no memory. */
  readonly mode?: 'preview';
}

/** What happened. Nothing derived is stored, so that a better model can fold the same history again. */
export type Happening =
  | Review
  | { readonly type: 'undo'; readonly target: string }
  | { readonly type: 'suspend'; readonly card: CardId }
  | { readonly type: 'unsuspend'; readonly card: CardId }
  | { readonly type: 'bury'; readonly card: CardId; readonly until: StudyDay }
  | { readonly type: 'boost'; readonly card: CardId; readonly reason: string }
  | { readonly type: 'reset'; readonly card: CardId }
  | { readonly type: 'adopt'; readonly card: CardId; readonly from: CardId }
  | { readonly type: 'params'; readonly w: readonly number[]; readonly algo: string }
  | { readonly type: 'config'; readonly retention: number }
  | { readonly type: 'forecast'; readonly [field: string]: unknown };

export type JournalEvent = Stamp & Happening;

export const journalVersion = 1;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** What `Date` can name: an instant or a day beyond it comes from a damaged line, and could not be shown. */
const latestMs = 8.64e15;
const latestDay = 2_932_896;
const isInstant = (value: unknown) => Number.isInteger(value) && Math.abs(value as number) <= latestMs;
const isDay = (value: unknown) => Number.isInteger(value) && Math.abs(value as number) <= latestDay;
const isOptional = (value: unknown, check: (value: unknown) => boolean) =>
  value === undefined || check(value);

const wellFormed: Record<Happening['type'], (event: Record<string, unknown>) => boolean> = {
  review: (event) =>
    isText(event.card) &&
    (event.grade === 1 || event.grade === 2 || event.grade === 3 || event.grade === 4) &&
    isOptional(event.ms, isNumber) &&
    isOptional(event.hash, isText) &&
    isOptional(event.recall, isNumber),
  undo: (event) => isText(event.target),
  suspend: (event) => isText(event.card),
  unsuspend: (event) => isText(event.card),
  bury: (event) => isText(event.card) && isDay(event.until),
  boost: (event) => isText(event.card) && isText(event.reason),
  reset: (event) => isText(event.card),
  adopt: (event) => isText(event.card) && isText(event.from) && event.card !== event.from,
  params: (event) => Array.isArray(event.w) && event.w.length === 21 && event.w.every(isNumber),
  config: (event) => isNumber(event.retention) && event.retention >= 0.5 && event.retention <= 0.99,
  forecast: () => true,
};

/** A parsed line, or undefined where it is no event of this version. By hand: a million of them are read at once. */
export function parseEvent(line: string): JournalEvent | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const event = value as Record<string, unknown>;
  const stamped =
    event.v === journalVersion &&
    isText(event.id) &&
    isInstant(event.at) &&
    isNumber(event.tz) &&
    isDay(event.day);
  // An own name only: "constructor" is no event.
  if (!stamped || !Object.hasOwn(wellFormed, String(event.type))) return undefined;
  return wellFormed[event.type as Happening['type']](event) ? (event as unknown as JournalEvent) : undefined;
}

/** Journals of several devices merge in this order, whatever order they are read in. */
export function byTime(a: { at: number; id: string }, b: { at: number; id: string }): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
