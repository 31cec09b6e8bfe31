import { expect, test } from 'vitest';
import { daysLabel, intervalLabel, minutesLabel, plural, sourceLabel } from '../../src/terminal/words.ts';

test.each([
  [0, 'today'],
  [0.4, 'today'],
  [1, '1d'],
  [59, '59d'],
  [60, '2mo'],
  [91, '3mo'],
  [100, '3.3mo'],
  [303, '10mo'],
  [304, '10mo'],
  [365, '12mo'],
  [729, '24mo'],
  [730, '2y'],
  [1000, '2.7y'],
  [36_500, '99.9y'],
])('%d days are %s', (days, label) => {
  expect(daysLabel(days)).toBe(label);
});

test.each([
  [{ intervalDays: 3 }, '3d'],
  [{ intervalDays: 0, backInMs: 60_000 }, '<1m'],
  [{ intervalDays: 2, backInMs: 600_000 }, '<10m'],
  [{ intervalDays: 2, backInMs: 1 }, '<1m'],
])('%j is %s', (future, label) => {
  expect(intervalLabel(future)).toBe(label);
});

test.each([
  [0, 'under a minute'],
  [0.9, 'under a minute'],
  [1, '1 minute'],
  [1.6, '2 minutes'],
  [61, '61 minutes'],
])('%d minutes are %s', (minutes, label) => {
  expect(minutesLabel(minutes)).toBe(label);
});

test.each([
  ['https://docs.aws.amazon.com/a/b.html?x=1#part', 'docs.aws.amazon.com/a/b.html'],
  ['http://aws.amazon.com/', 'aws.amazon.com/'],
])('the label of %s', (url, label) => {
  expect(sourceLabel(url)).toBe(label);
});

test.each([
  [1, 'card', undefined, '1 card'],
  [0, 'card', undefined, '0 cards'],
  [2, 'query', 'queries', '2 queries'],
])('plural(%i, %s, %s)', (count, one, many, expected) => {
  expect(plural(count, one, many)).toBe(expected);
});
