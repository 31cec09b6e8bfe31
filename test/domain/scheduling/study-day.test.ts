import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { streakOf } from '../../../src/domain/journal/streak.ts';
import { isoDay, parseIsoDay, studyDay, todayAfter } from '../../../src/domain/scheduling/study-day.ts';
import { dayMs, hourMs, minuteMs } from '../../support/fixed-clock.ts';

const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'] as const;
type Zone = (typeof zones)[number];

/** Local calendar and clock of an instant as the system's own time zone data has it. */
const clocks = new Map(
  zones.map((zone) => [
    zone,
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    }),
  ]),
);

function localParts(atMs: number, zone: Zone): Record<string, string> {
  const parts = clocks.get(zone)?.formatToParts(atMs) ?? [];
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

const civilDate = (atMs: number, zone: Zone): string => {
  const { year, month, day } = localParts(atMs, zone);
  return `${year}-${month}-${day}`;
};

/** What getTimezoneOffset would say in that zone: minutes from local time to UTC. */
const offsetIn = (zone: Zone) => (atMs: number) => {
  const { year, month, day, hour, minute, second } = localParts(atMs, zone);
  const local = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  return (Math.floor(atMs / 1000) * 1000 - local) / minuteMs;
};

/** Nights on which clocks change in 2026, as days: spring and autumn of each zone, and an ordinary one. */
const nights: Record<Zone, readonly string[]> = {
  'Europe/Berlin': ['2026-03-29', '2026-10-25', '2026-06-10'],
  'America/New_York': ['2026-03-08', '2026-11-01', '2026-06-10'],
  'Asia/Kolkata': ['2026-03-29', '2026-06-10'],
  'Australia/Lord_Howe': ['2026-04-05', '2026-10-04', '2026-06-10'],
};

const rollovers = [0, 60, 150, 240, 720, 1439];

describe('the study day', () => {
  test.each(zones.flatMap((zone) => nights[zone].map((night) => [zone, night] as const)))(
    'in %s around %s is the local date of the instant minus the rollover, at every quarter of an hour',
    (zone, night) => {
      const offset = offsetIn(zone);
      const noon = Date.parse(`${night}T12:00:00Z`);
      for (const rollover of rollovers) {
        for (let at = noon - 2 * dayMs; at <= noon + 2 * dayMs; at += 15 * minuteMs) {
          const expected = civilDate(at - rollover * minuteMs, zone);
          expect(isoDay(studyDay(at, offset, rollover)), `${at} with ${rollover}`).toBe(expected);
        }
      }
    },
  );

  test.each([
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['Asia/Kolkata', '2026-03-29', 24],
  ] as const)('in %s the civil day %s of %d hours is one day', (zone, date, hours) => {
    const offset = offsetIn(zone);
    const wanted = parseIsoDay(date) as number;
    const step = 5 * minuteMs;
    let steps = 0;
    const noon = Date.parse(`${date}T12:00:00Z`);
    for (let at = noon - 2 * dayMs; at < noon + 2 * dayMs; at += step)
      if (studyDay(at, offset, 0) === wanted) steps += 1;
    expect((steps * step) / hourMs).toBe(hours);
    const days = [-1, 0, 1].map((by) => studyDay(noon + by * dayMs, offset, 240));
    expect(days).toEqual([days[0], (days[0] ?? 0) + 1, (days[0] ?? 0) + 2]);
  });

  test('never goes back while time goes on, whatever the rollover', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) }),
        fc.integer({ min: 0, max: 3 * dayMs }),
        fc.integer({ min: 0, max: 1439 }),
        (zone, at, later, rollover) => {
          const offset = offsetIn(zone);
          const days = studyDay(at + later, offset, rollover) - studyDay(at, offset, rollover);
          expect(days).toBeGreaterThanOrEqual(0);
          expect(days).toBeLessThanOrEqual(Math.ceil(later / dayMs) + 1);
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each([
    ['2026-11-21T03:59:59Z', 0, '2026-11-20'],
    ['2026-11-21T04:00:00Z', 0, '2026-11-21'],
    ['2026-11-21T00:30:00Z', 480, '2026-11-20'],
    ['2026-11-21T00:30:00Z', -480, '2026-11-21'],
    ['1970-01-01T00:00:00Z', 0, '1969-12-31'],
  ])('%s at an offset of %i minutes is %s, by default from 04:00', (instant, offset, date) => {
    expect(isoDay(studyDay(Date.parse(instant), () => offset))).toBe(date);
  });
});

describe('dates as text', () => {
  test.each([
    ['2026-11-20', 20_777],
    ['1970-01-01', 0],
    ['2024-02-29', 19_782],
    ['2026-02-29', undefined],
    ['2026-13-01', undefined],
    ['2026-1-1', undefined],
    ['20-11-2026', undefined],
    ['', undefined],
    ['2026-11-20T00:00', undefined],
  ])('"%s" is day %s', (text, day) => {
    expect(parseIsoDay(text)).toBe(day);
  });

  test('a day and its text say the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_932_896 }), (day) => {
        expect(parseIsoDay(isoDay(day))).toBe(day);
      }),
    );
  });
});

describe('today, after the last event', () => {
  test.each([
    ['no event yet', 100, undefined, { day: 100 }],
    ['the same day', 100, 100, { day: 100 }],
    ['a week later', 107, 100, { day: 107 }],
    ['a clock that went back a day', 99, 100, { day: 100 }],
    ['two days back', 98, 100, { day: 100 }],
    ['three days back is asked about', 97, 100, { day: 100, clockOffDays: 3 }],
    ['400 days ahead', 500, 100, { day: 500 }],
    ['401 days ahead is asked about', 501, 100, { day: 501, clockOffDays: -401 }],
  ])('%s', (_, clockDay, lastDay, expected) => {
    expect(todayAfter(clockDay, lastDay)).toEqual(expected);
  });

  test('is never before the clock nor before the last event', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (clockDay, lastDay) => {
        expect(todayAfter(clockDay, lastDay).day).toBe(Math.max(clockDay, lastDay));
      }),
    );
  });
});

describe('the streak', () => {
  const daysOf = (...days: number[]) =>
    new Map(days.map((day) => [day, { reviews: 1, newCards: 0, again: 0, ms: 0 }]));

  test.each([
    ['no answer ever', [], 0],
    ['today only', [100], 1],
    ['yesterday: today is not over', [99], 1],
    ['the day before yesterday: broken', [98], 0],
    ['three in a row to today', [98, 99, 100], 3],
    ['three in a row to yesterday', [97, 98, 99], 3],
    ['a gap ends it', [95, 96, 98, 99, 100], 3],
    ['days to come do not count', [99, 100, 101], 2],
  ])('%s', (_, days, expected) => {
    expect(streakOf(daysOf(...days), 100)).toBe(expected);
  });

  test('a day whose answers were all taken back does not count', () => {
    const days = daysOf(99, 100);
    days.set(99, { reviews: 0, newCards: 0, again: 0, ms: 0 });
    expect(streakOf(days, 100)).toBe(1);
  });
});
