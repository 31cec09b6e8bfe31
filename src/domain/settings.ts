import { examCodePattern } from './exam/exam-code.ts';
import { defaultRolloverMinutes, parseIsoDay } from './scheduling/study-day.ts';

/** What a learner can set with `aws-study config`. */
export interface Settings {
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  /** No session starts or goes on beyond so many minutes a day; absent: as long as the learner likes. */
  readonly minutesPerDay?: number;
  /** When a study day begins, minutes after local midnight. */
  readonly rolloverMinutes: number;
  /** `four`: again, hard, good, easy. `two`: again and good. */
  readonly grades: 'four' | 'two';
  /** Exam the learner prepares for; the default follows the calendar. */
  readonly exam?: string;
  /** Day of the exam, YYYY-MM-DD. */
  readonly examDate?: string;
}

export const defaultSettings: Settings = {
  newPerDay: 20,
  reviewsPerDay: 200,
  rolloverMinutes: defaultRolloverMinutes,
  grades: 'four',
};

export type SettingName = keyof Settings;

export interface SettingRule {
  readonly summary: string;
  /** What a good value looks like, for the error. */
  readonly expected: string;
  /** The value of a text as typed or stored; undefined where it is none. */
  parse(text: string): Settings[SettingName] | undefined;
}

const wholeNumber = (least: number, most: number) => (text: string) => {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
};

/** The settings that exist; help, parsing and validation of the state file all read this list. */
export const settingRules: { readonly [Name in SettingName]-?: SettingRule } = {
  newPerDay: {
    summary: 'new cards a day',
    expected: 'a whole number from 0 to 9999',
    parse: wholeNumber(0, 9999),
  },
  reviewsPerDay: {
    summary: 'reviews a day',
    expected: 'a whole number from 0 to 9999',
    parse: wholeNumber(0, 9999),
  },
  minutesPerDay: {
    summary: 'most minutes a day (unset: no limit)',
    expected: 'a whole number from 1 to 1440',
    parse: wholeNumber(1, 1440),
  },
  rolloverMinutes: {
    summary: 'minutes after midnight at which a study day begins (240 is 04:00)',
    expected: 'a whole number from 0 to 1439',
    parse: wholeNumber(0, 1439),
  },
  grades: {
    summary: 'four (again, hard, good, easy) or two (again, good)',
    expected: '"four" or "two"',
    parse: (text) => (text === 'four' || text === 'two' ? text : undefined),
  },
  exam: {
    summary: 'exam you prepare for',
    expected: 'an exam code such as DVA-C03',
    parse: (text) => (examCodePattern.test(text.toUpperCase()) ? text.toUpperCase() : undefined),
  },
  examDate: {
    summary: 'day of your exam',
    expected: 'a date such as 2026-12-15',
    parse: (text) => (parseIsoDay(text) === undefined ? undefined : text),
  },
};

export const settingNames = Object.keys(settingRules) as SettingName[];

/** Settings as stored, or the names of those that cannot be right. */
export function checkSettings(stored: unknown): { settings: Partial<Settings> } | { wrong: string[] } {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return { wrong: ['settings'] };
  const wrong = Object.entries(stored)
    .filter(
      ([name, value]) =>
        !Object.hasOwn(settingRules, name) ||
        settingRules[name as SettingName].parse(String(value)) !== value,
    )
    .map(([name]) => name);
  return wrong.length > 0 ? { wrong } : { settings: stored as Partial<Settings> };
}
