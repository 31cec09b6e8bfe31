import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectedText, gradeAnswer } from '../../../src/domain/grading/grade-answer.ts';
import { isExpectedNumber, readNumber } from '../../../src/domain/grading/typed-number.ts';
import { differenceOf, isAcceptedText, normalizeTyped } from '../../../src/domain/grading/typed-text.ts';
import type { ExpectedNumber, Form } from '../../../src/domain/question.ts';

describe('a typed number', () => {
  test.each<[string, number, string]>([
    ['30', 30, ''],
    ['30 seconds', 30, 'seconds'],
    ['  1,000 ms ', 1000, 'ms'],
    ['1.5MB', 1.5, 'MB'],
    ['1 000 000', 1_000_000, ''],
    ['1_000', 1000, ''],
    ['.5 h', 0.5, 'h'],
    ['-3', -3, ''],
    ['+3', 3, ''],
    ['five minutes', 5, 'minutes'],
    ['Twelve', 12, ''],
    ['99.99%', 99.99, '%'],
    ['5 min.', 5, 'min'],
    ['300 messages per second', 300, 'messages per second'],
    ['10 GB/month', 10, 'GB/month'],
  ])('"%s" is %d "%s"', (typed, amount, unit) => {
    expect(readNumber(typed)).toEqual({ amount, unit });
  });

  test.each([
    '',
    'many',
    '1,5',
    '1,00',
    '1.2.3',
    '--3',
    '1e3',
    '5 6',
    'about 5',
    '1,0000',
    'constructor',
    '5\u001b[2J',
  ])('"%s" is no number', (typed) => {
    expect(readNumber(typed)).toBeUndefined();
  });

  const seconds: ExpectedNumber = { value: 30, unit: 'seconds', tolerance: 0 };
  const size: ExpectedNumber = { value: 256, unit: 'KB', tolerance: 0 };
  const share: ExpectedNumber = { value: 99.9, unit: 'percent', tolerance: 0.05 };
  const messages: ExpectedNumber = { value: 10, unit: 'messages', tolerance: 0 };
  const bare: ExpectedNumber = { value: 1000, tolerance: 5 };

  test.each<[string, ExpectedNumber, boolean]>([
    ['30', seconds, true],
    ['30 s', seconds, true],
    ['30 sec', seconds, true],
    ['30 Seconds', seconds, true],
    ['0.5 minutes', seconds, true],
    ['half a minute', seconds, false],
    ['30000 ms', seconds, true],
    ['30 minutes', seconds, false],
    ['30 KB', seconds, false],
    ['30 %', seconds, false],
    ['30 apples', seconds, false],
    ['31', seconds, false],
    ['', seconds, false],
    ['256 KB', size, true],
    ['256KiB', size, true],
    ['256 kilobytes', size, true],
    ['262144 bytes', size, true],
    ['0.25 MB', size, true],
    ['0.256 MB', size, true],
    ['0.3 MB', size, false],
    ['0.25 mebibytes', size, true],
    ['256 MB', size, false],
    ['256 s', size, false],
    ['99.9', share, true],
    ['99.95%', share, true],
    ['99.96 percent', share, false],
    ['99.9 seconds', share, false],
    ['10', messages, true],
    ['ten messages', messages, true],
    ['10 msgs', messages, true],
    ['10 seconds', messages, false],
    ['10 %', messages, false],
    ['1005', bare, true],
    ['995', bare, true],
    ['1,006', bare, false],
    ['1000 KB', bare, false],
  ])('"%s" for %o is right: %s', (typed, expected, right) => {
    expect(isExpectedNumber(typed, expected)).toBe(right);
  });

  test.each([
    ['14 days', 2, 'weeks'],
    ['336 hours', 14, 'days'],
    ['12 h', 720, 'minutes'],
    ['1 TB', 1024, 'GB'],
    ['5 TiB', 5, 'TB'],
    ['1 year', 365, 'days'],
  ])('"%s" is %d %s', (typed, value, unit) => {
    expect(isExpectedNumber(typed, { value, unit, tolerance: 0 })).toBe(true);
  });

  test('the expected number as it is shown is always accepted', () => {
    const values = fc.oneof(
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    );
    const units = fc.constantFrom(undefined, 'seconds', 'KB', 'percent', 'messages', 'RCUs');
    fc.assert(
      fc.property(values, units, (value, unit) => {
        fc.pre(value === 0 || Math.abs(value) > 1e-6);
        const number = { value, tolerance: 0, ...(unit === undefined ? {} : { unit }) };
        const shown = expectedText({ form: 'text', accept: [], number });
        expect(isExpectedNumber(shown, number), shown).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    [0.0125, 'USD', '0.0125 USD'],
    [0.000_016_666_7, 'USD', '0.0000166667 USD'],
    [40_000, 'RCUs', '40,000 RCUs'],
    [3, undefined, '3'],
  ])('%d is shown whole', (value, unit, shown) => {
    const number = { value, tolerance: 0, ...(unit === undefined ? {} : { unit }) };
    expect(expectedText({ form: 'text', accept: [], number })).toBe(shown);
  });
});

describe('a typed text', () => {
  test.each<[string, string[], boolean]>([
    ['MessageGroupId', ['MessageGroupId'], true],
    ['messagegroupid', ['MessageGroupId'], true],
    ['message group id', ['MessageGroupId'], true],
    ['Message-Group-ID.', ['MessageGroupId'], true],
    ['`s3:GetObject`', ['s3:GetObject'], true],
    ['the dead-letter queue', ['dead letter queue'], true],
    ['  the dead-letter queue', ['dead letter queue'], true],
    ['dead letter queue', [' A dead-letter queue'], true],
    ['An inline policy', ['inline policy'], true],
    ['Q&A', ['q and a'], true],
    ['ＳＱＳ', ['SQS'], true],
    ['cafe\u0301', ['café'], true],
    ['cafe', ['café'], false],
    ['gp2', ['gp3'], false],
    ['TLS 12', ['TLS 1.2'], false],
    ['tls1.2.', ['TLS 1.2'], true],
    ['10.0.0.0/16', ['100.0.0/16'], false],
    ['e.g. SQS', ['eg SQS'], true],
    ['second', ['first', 'second'], true],
    ['c#', ['c'], false],
    ['50%', ['50'], false],
    ['', ['x'], false],
    ['...', ['...'], false],
    ['theory', ['ory'], false],
  ])('"%s" for %j is right: %s', (typed, accept, right) => {
    expect(isAcceptedText(typed, accept)).toBe(right);
  });

  test('what is accepted does not hang on case, spaces around or signs without meaning', () => {
    const word = fc.constantFrom('a', 'the', 'queue', 'FIFO', 's3:GetObject', '数', 'é', '5', '%', '-');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        const text = words.join(' ');
        fc.pre(normalizeTyped(text) !== '');
        for (const typed of [text.toUpperCase(), `  ${text}\t`, `"${text}"`, words.join('  '), `${text}.`])
          expect(isAcceptedText(typed, [text]), typed).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the difference between typed and expected', () => {
  const shown = (typed: string, expected: string) =>
    differenceOf(typed, expected)
      .map(({ kind, text }) => ({ same: text, missing: `+${text}+`, extra: `-${text}-` })[kind])
      .join('');

  test.each([
    ['same', 'same', 'same'],
    ['SAME', 'same', 'SAME'],
    ['visibilty', 'visibility', 'visibil+i+ty'],
    ['queues', 'queue', 'queue-s-'],
    ['', 'all', '+all+'],
    ['all', '', '-all-'],
    ['gp2', 'gp3', 'gp-2-+3+'],
    ['  x ', 'x', 'x'],
  ])('"%s" for "%s" is %s', (typed, expected, difference) => {
    expect(shown(typed, expected)).toBe(difference);
  });

  const text = fc.oneof(fc.string({ maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 20 }));

  test('same and extra make the typed text, same and missing the expected one but for case', () => {
    fc.assert(
      fc.property(text, text, (typed, expected) => {
        const pieces = differenceOf(typed, expected);
        const join = (...kinds: string[]) =>
          pieces
            .filter(({ kind }) => kinds.includes(kind))
            .map((piece) => piece.text)
            .join('');
        const lower = (value: string) => [...value].map((character) => character.toLowerCase()).join('');
        expect(join('same', 'extra')).toBe(typed.trim());
        expect(lower(join('same', 'missing'))).toBe(lower(expected.trim()));
        for (let index = 1; index < pieces.length; index += 1)
          expect(pieces[index]?.kind).not.toBe(pieces[index - 1]?.kind);
      }),
    );
  });

  test('of equal texts, but for case, is one piece; of long ones the whole', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: fc.constantFrom('a', 'B', ' ', '9') }), (value) => {
        const kinds = differenceOf(value.toUpperCase(), value).map(({ kind }) => kind);
        expect(kinds).toEqual(value.trim() === '' ? [] : ['same']);
      }),
    );
    expect(differenceOf('a'.repeat(401), 'b')).toEqual([
      { kind: 'extra', text: 'a'.repeat(401) },
      { kind: 'missing', text: 'b' },
    ]);
  });
});

describe('grading', () => {
  const choice = (choose: number, keys: readonly number[]): Form => ({
    form: 'choice',
    choose,
    options: [0, 1, 2, 3].map((index) => ({ text: String(index), correct: keys.includes(index) })),
  });
  const order: Form = { form: 'order', items: ['c', 'a', 'b'], solution: [1, 2, 0] };
  const match: Form = { form: 'match', lefts: ['a', 'b'], rights: ['B', 'A'], solution: [1, 0] };
  const text: Form = { form: 'text', accept: ['FIFO'] };

  test.each<[string, Form, string | number[], { correct: boolean; right: number; of: number }]>([
    ['the key', choice(1, [2]), [2], { correct: true, right: 1, of: 1 }],
    ['another option', choice(1, [2]), [0], { correct: false, right: 0, of: 1 }],
    ['nothing chosen', choice(1, [2]), [], { correct: false, right: 0, of: 1 }],
    ['both keys', choice(2, [0, 3]), [3, 0], { correct: true, right: 2, of: 2 }],
    ['one key of two', choice(2, [0, 3]), [0, 1], { correct: false, right: 1, of: 2 }],
    ['both keys and one more', choice(2, [0, 3]), [0, 3, 1], { correct: false, right: 2, of: 2 }],
    ['one key said twice', choice(2, [0, 3]), [0, 0], { correct: false, right: 1, of: 2 }],
    ['an option that is not there', choice(1, [2]), [7], { correct: false, right: 0, of: 1 }],
    ['a text for a choice', choice(1, [2]), '2', { correct: false, right: 0, of: 1 }],
    ['the right order', order, [1, 2, 0], { correct: true, right: 3, of: 3 }],
    ['two of three places', order, [1, 0, 0], { correct: false, right: 2, of: 3 }],
    ['an order cut short', order, [1], { correct: false, right: 1, of: 3 }],
    ['every partner', match, [1, 0], { correct: true, right: 2, of: 2 }],
    ['no partner', match, [0, 1], { correct: false, right: 0, of: 2 }],
    ['the text', text, 'fifo', { correct: true, right: 1, of: 1 }],
    ['another text', text, 'lifo', { correct: false, right: 0, of: 1 }],
    ['a choice for a text', text, [0], { correct: false, right: 0, of: 1 }],
  ])('%s', (_, form, answer, verdict) => {
    expect(gradeAnswer(form, answer)).toEqual(verdict);
  });

  test('what the learner reveals is not graded', () => {
    expect(() => gradeAnswer({ form: 'reveal', answer: 'x' }, 'x')).toThrow('rated by the learner');
  });
});
