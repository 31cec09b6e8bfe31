import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byTime, type Happening, parseEvent } from '../../../src/domain/journal/event.ts';
import { defaultParameters } from '../../../src/domain/scheduling/memory.ts';
import { anEvent } from '../../support/an-event.ts';

const stamp = { v: 1, id: '01JD', at: 1_763_625_600_000, tz: -480, day: 20_412 };
const review = { type: 'review', card: 'dynamodb-lsi', grade: 3 };
const line = (fields: object, stamped: object = stamp) => JSON.stringify({ ...stamped, ...fields });

describe('a line of the journal', () => {
  test.each<[string, Happening]>([
    ['an answer', { type: 'review', card: 'sqs-dlq', grade: 1 }],
    [
      'an answer with all that is known',
      {
        type: 'review',
        card: 'sqs-dlq#c2',
        grade: 4,
        ms: 5400,
        hash: '9f2c01aa',
        recall: 0.91,
        mode: 'preview',
      },
    ],
    ['undo', { type: 'undo', target: '01JC' }],
    ['suspend', { type: 'suspend', card: 'sqs-dlq' }],
    ['unsuspend', { type: 'unsuspend', card: 'sqs-dlq' }],
    ['bury', { type: 'bury', card: 'sqs-dlq', until: 20_413 }],
    ['boost', { type: 'boost', card: 'sqs-dlq', reason: 'missed in a mock exam' }],
    ['reset', { type: 'reset', card: 'sqs-dlq' }],
    ['adopt', { type: 'adopt', card: 'sqs-dlq', from: 'sqs-dead-letter' }],
    ['params', { type: 'params', w: defaultParameters, algo: 'fsrs-6' }],
    ['config', { type: 'config', retention: 0.85 }],
    ['forecast', { type: 'forecast', score: 780 }],
  ])('%s is read as it was written', (_, happening) => {
    const event = anEvent(happening);
    expect(parseEvent(JSON.stringify(event))).toEqual(event);
  });

  test('fields that a later version may add are kept', () => {
    expect(parseEvent(line({ ...review, mood: 'good' }))).toMatchObject({ mood: 'good' });
  });

  test.each<[string, string]>([
    ['empty', ''],
    ['cut short', line(review).slice(0, -5)],
    ['two events in one line', line(review) + line(review)],
    ['zero bytes after a power cut', '\0\0\0\0'],
    ['null', 'null'],
    ['a number', '17'],
    ['a list', '[1]'],
    ['a text', '"review"'],
    ['no type', line({ card: 'sqs-dlq' })],
    ['an unknown type', line({ ...review, type: 'revue' })],
    ['no version', line({ ...review, v: undefined })],
    ['a later version', line({ ...review, v: 2 })],
    ['no id', line({ ...review, id: undefined })],
    ['an empty id', line({ ...review, id: '' })],
    ['an id that is a number', line({ ...review, id: 5 })],
    ['no instant', line({ ...review, at: undefined })],
    ['an instant as text', line({ ...review, at: '2026-11-20' })],
    ['half a millisecond', line({ ...review, at: 1.5 })],
    ['an instant beyond all calendars', line({ ...review, at: 1e300 })],
    ['no offset', line({ ...review, tz: undefined })],
    ['no day', line({ ...review, day: undefined })],
    ['half a day', line({ ...review, day: 1.5 })],
    ['a day beyond all calendars', line({ ...review, day: 4e6 })],
    ['no card', line({ ...review, card: undefined })],
    ['an empty card', line({ ...review, card: '' })],
    ['no grade', line({ ...review, grade: undefined })],
    ['grade 0', line({ ...review, grade: 0 })],
    ['grade 5', line({ ...review, grade: 5 })],
    ['grade 2.5', line({ ...review, grade: 2.5 })],
    ['a grade as text', line({ ...review, grade: '3' })],
    ['a duration as text', line({ ...review, ms: '5400' })],
    ['a hash that is a number', line({ ...review, hash: 9 })],
    ['a recall as text', line({ ...review, recall: '0.9' })],
    ['undo of nothing', line({ type: 'undo' })],
    ['bury without an end', line({ type: 'bury', card: 'sqs-dlq' })],
    ['boost without a reason', line({ type: 'boost', card: 'sqs-dlq' })],
    ['adopt from nothing', line({ type: 'adopt', card: 'sqs-dlq' })],
    ['adopt from itself', line({ type: 'adopt', card: 'sqs-dlq', from: 'sqs-dlq' })],
    ['20 parameters', line({ type: 'params', w: defaultParameters.slice(1) })],
    ['parameters with a gap', line({ type: 'params', w: [...defaultParameters.slice(1), null] })],
    ['a retention of 1', line({ type: 'config', retention: 1 })],
    ['a retention of 0.4', line({ type: 'config', retention: 0.4 })],
    ['a type of every object: constructor', line({ ...review, type: 'constructor' })],
    ['a type of every object: hasOwnProperty', line({ ...review, type: 'hasOwnProperty' })],
    ['a type of every object: __proto__', `{"type":"__proto__",${line({}).slice(1)}`],
  ])('%s is no event', (_, bad) => {
    expect(parseEvent(bad)).toBeUndefined();
  });

  test('no text at all makes it throw', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseEvent(text)));
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseEvent(text)).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });
});

test('events are in order of time, then of id, in whichever files they are', () => {
  const events = [
    { at: 2, id: 'A' },
    { at: 1, id: 'C' },
    { at: 1, id: 'B' },
  ];
  expect([...events].sort(byTime).map(({ id }) => id)).toEqual(['B', 'C', 'A']);
  expect(byTime({ at: 1, id: 'A' }, { at: 1, id: 'A' })).toBe(0);
});
