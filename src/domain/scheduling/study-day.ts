import type { StudyDay } from '../ids.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** When a study day begins, in minutes after local midnight. 04:00: an evening that ends at 01:30 is still that day. */
export const defaultRolloverMinutes = 240;

/**
 * Minutes to add to local time to get UTC at an instant, as `Date.prototype.getTimezoneOffset` gives it
 * (UTC+8 is -480).
 */
export type ZoneOffset = (atMs: number) => number;

/**
 * The study day of an instant: the local civil date of (instant - rollover), as whole days since 1970-01-01. It is
 * computed from the calendar date, so that days of 23 and 25 hours are one day.
 */
export function studyDay(
  atMs: number,
  zoneOffset: ZoneOffset,
  rolloverMinutes = defaultRolloverMinutes,
): StudyDay {
  const shifted = atMs - rolloverMinutes * minuteMs;
  return Math.floor((shifted - zoneOffset(shifted) * minuteMs) / dayMs);
}

/** `2026-11-20` for a study day. */
export function isoDay(day: StudyDay): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** The study day of `2026-11-20`; undefined where the text is no calendar date. */
export function parseIsoDay(text: string): StudyDay | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const day = Date.parse(`${text}T00:00:00Z`) / dayMs;
  return Number.isInteger(day) && isoDay(day) === text ? day : undefined;
}

/** Which day to count as today, and whether the clock looks wrong against the day of the last answer. */
export interface Today {
  readonly day: StudyDay;
  /** Days the clock is behind (positive) or ahead (negative) of the last answer, where that is worth a question. */
  readonly clockOffDays?: number;
}

/** A clock this far behind the last answer, or this far ahead, is asked about before anything is written. */
const clockBackDays = 2;
const clockAheadDays = 400;

/** Never earlier than the last answer, so that a clock that went back never makes elapsed time negative. */
export function todayAfter(clockDay: StudyDay, lastAnswerDay: StudyDay | undefined): Today {
  if (lastAnswerDay === undefined) return { day: clockDay };
  const behind = lastAnswerDay - clockDay;
  const day = Math.max(clockDay, lastAnswerDay);
  return behind > clockBackDays || -behind > clockAheadDays ? { day, clockOffDays: behind } : { day };
}
