import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { flow, padTo, shorten, spread, widthOf, wrapLines } from '../../src/terminal/wrap.ts';

const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');
const letters = (text: string) => text.replace(/\s+/g, '');

/** Words of Latin, Chinese, emoji with joiners, combining marks, and now and then a very long one. */
const word = fc.oneof(
  fc.stringMatching(/^[a-z0-9.,:;()/-]{1,12}$/),
  fc.constantFrom(
    '队列',
    '可见性超时',
    'キュー',
    '👩‍💻',
    '🚀🚀',
    'é',
    'ﬁ',
    'arn:aws:iam::123456789012:role/x'.repeat(3),
  ),
);
const lead = fc.constantFrom(
  '',
  '  ',
  '    ',
  '* ',
  '  - ',
  '1. ',
  'A. ',
  `${' '.repeat(30)}`,
  `${' '.repeat(60)}* `,
);
const line = fc
  .tuple(lead, fc.array(word, { maxLength: 20 }))
  .map(([before, list]) => before + list.join(' '));
const text = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'));
const columns = fc.integer({ min: 8, max: 120 });

describe('wrapLines', () => {
  test('never exceeds the width', () => {
    fc.assert(
      fc.property(text, columns, (given, width) => {
        for (const one of wrapLines(given, width)) expect(widthOf(one)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 500 },
    );
  });

  test('loses no letter and keeps their order', () => {
    fc.assert(
      fc.property(text, columns, (given, width) => {
        expect(letters(wrapLines(given, width).join('\n'))).toBe(letters(given));
      }),
      { numRuns: 500 },
    );
  });

  test('cuts no word that fits', () => {
    const short = fc.array(fc.stringMatching(/^[a-z]{1,10}$/), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(short, fc.integer({ min: 10, max: 60 }), (list, width) => {
        expect(words(wrapLines(list.join(' '), width).join(' '))).toEqual(list);
      }),
    );
  });

  test('what fits stays as it is', () => {
    fc.assert(
      fc.property(text, (given) => {
        const widest = Math.max(8, ...given.split('\n').map(widthOf));
        expect(wrapLines(given, widest)).toEqual(given.split('\n'));
      }),
    );
  });

  test.each([
    ['a paragraph', 'one two three four', 10, ['one two', 'three four']],
    ['an indented line', '  one two three', 9, ['  one two', '  three']],
    ['a list mark', '* one two three', 9, ['* one two', '  three']],
    ['a number', '1. one two three', 10, ['1. one two', '   three']],
    ['a word longer than the line', 'abcdefghijkl', 8, ['abcdefgh', 'ijkl']],
    ['wide characters', '可见性超时队列', 8, ['可见性超', '时队列']],
    ['an indentation of more than half', `${' '.repeat(8)}one two`, 10, ['one two']],
    ['an empty text', '', 10, ['']],
  ])('%s', (_, given, width, expected) => {
    expect(wrapLines(given, width)).toEqual(expected);
  });

  test('colors take no room, and go on in the next line', () => {
    const red = (inner: string) => `\u001B[31m${inner}\u001B[39m`;
    const lines = wrapLines(`${red('one two')} three`, 8);
    expect(lines.map(widthOf)).toEqual([7, 5]);
    expect(wrapLines(red('one two three four'), 9)).toEqual([red('one two'), red('three'), red('four')]);
  });
});

describe('shorten', () => {
  test('fits the width, whatever the characters', () => {
    const any = fc.array(word, { maxLength: 12 }).map((list) => list.join('/'));
    fc.assert(
      fc.property(
        any,
        fc.double({ min: 8, max: 60, noNaN: true }),
        fc.constantFrom('…', '...'),
        (given, width, mark) => {
          expect(widthOf(shorten(given, width, mark))).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  test.each([
    ['docs.aws.amazon.com/lambda/latest', 16, '…', 'docs.aws…/latest'],
    ['short', 16, '…', 'short'],
    ['可见性超时队列可见性', 9, '…', '可见…见性'],
    ['abcdefghijklmnop', 10, '...', 'abcd...nop'],
  ])('%s in %i columns', (given, width, mark, expected) => {
    expect(shorten(given, width, mark)).toBe(expected);
  });
});

test('flow breaks only between pieces, and never lets two share a line that is too narrow', () => {
  const pieces = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { maxLength: 12 });
  fc.assert(
    fc.property(pieces, fc.integer({ min: 9, max: 50 }), (list, width) => {
      const lines = flow(list, width);
      expect(lines.join('   ').split('   ').filter(Boolean)).toEqual(list);
      for (const one of lines) expect(widthOf(one)).toBeLessThanOrEqual(width);
    }),
  );
});

test.each([
  ['left', 'right', 12, 'left   right'],
  ['left', 'right', 11, 'left  right'],
  ['left', 'right', 10, 'left'],
])('spread(%s, %s, %i)', (left, right, width, expected) => {
  expect(spread(left, right, width)).toBe(expected);
});

test.each([
  ['ab', 4, 'ab  '],
  ['队', 4, '队  '],
  ['abcdef', 4, 'abcdef'],
])('padTo(%s, %i)', (given, width, expected) => {
  expect(padTo(given, width)).toBe(expected);
});

test('texts of letters and signs are as wide as the tables say, though they are not asked', () => {
  const sign = fc.oneof(
    fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCodePoint(code)),
    fc.constantFrom('…', '−', '≤', '≥', '→', '×', '÷', '½', '·'),
  );
  fc.assert(
    fc.property(
      fc.array(sign, { maxLength: 40 }),
      (signs) => widthOf(signs.join('')) === stringWidth(signs.join('')),
    ),
  );
});
