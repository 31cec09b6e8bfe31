import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeLine, safeQuestion } from '../../src/terminal/safe-question.ts';
import { safeText } from '../../src/terminal/safe-text.ts';

const harmful = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

const pieces = fc.array(
  fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '\u001B[31m',
      '\u001B]8;;https://x\u0007',
      '\u001B]0;title\u001B\\',
      '\u009B2J',
      '\u001Bc',
      '\u001B',
      '\r',
      '\u202E',
    ),
  ),
  { maxLength: 10 },
);

describe('safeText', () => {
  test('leaves no control character, for any string', () => {
    fc.assert(
      fc.property(pieces, (list) => {
        expect(safeText(list.join(''))).not.toMatch(harmful);
      }),
      { numRuns: 2000 },
    );
  });

  test('is done after once', () => {
    fc.assert(
      fc.property(pieces, (list) => {
        const once = safeText(list.join(''));
        expect(safeText(once)).toBe(once);
      }),
    );
  });

  test('changes nothing in ordinary text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~\n]*$/), (given) => {
        expect(safeText(given)).toBe(given);
      }),
    );
  });

  test.each([
    ['a color', '\u001B[1;31mred\u001B[0m', 'red'],
    ['a cleared screen', 'a\u001B[2J\u001B[Hb', 'ab'],
    ['a window title', '\u001B]0;pwned\u0007text', 'text'],
    ['a hidden link', '\u001B]8;;https://evil.example\u001B\\click\u001B]8;;\u001B\\', 'click'],
    ['a title that never ends', 'before\u001B]0;all of the rest', 'before'],
    ['an 8-bit sequence', '\u009B31mred', 'red'],
    ['a carriage return that overwrites', 'safe\rEVIL', 'safeEVIL'],
    ['a backspace', 'ab\u0008c', 'abc'],
    ['text that runs backwards', 'a\u202Eb', 'ab'],
    ['tabs and newlines', 'a\tb\nc', 'a  b\nc'],
    ['emoji and accents', 'é 👩‍💻 队列', 'é 👩‍💻 队列'],
  ])('%s', (_, given, expected) => {
    expect(safeText(given)).toBe(expected);
  });
});

test('safeLine makes one line', () => {
  expect(safeLine(' a\n\n b\t\u001B[31mc ')).toBe('a b c');
});

test('safeQuestion reaches every text of a question', () => {
  const evil = 'x\u001B[31my';
  const question = safeQuestion({
    prompt: evil,
    form: { form: 'choice', choose: 1, options: [{ text: evil, correct: true, why: evil }] },
    why: evil,
    examNote: evil,
    sources: [evil],
    asOf: evil,
  });
  expect(JSON.stringify(question)).not.toContain('u001b');
  expect(question.form).toEqual({
    form: 'choice',
    choose: 1,
    options: [{ text: 'xy', correct: true, why: 'xy' }],
  });
  const text = safeQuestion({
    prompt: 'p',
    form: { form: 'text', accept: [evil], number: { value: 1.5, unit: evil, tolerance: 0 } },
    sources: [],
  });
  expect(text.form).toEqual({
    form: 'text',
    accept: ['xy'],
    number: { value: 1.5, unit: 'xy', tolerance: 0 },
  });
});
