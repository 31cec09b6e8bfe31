import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  blanksOf,
  clozeNumbers,
  fillCloze,
  hasBrokenBlank,
} from '../../../src/domain/cards/cloze-notation.ts';

describe('cloze notation', () => {
  test.each<[string, number[]]>([
    ['no blank', []],
    ['{{c1::a}}', [1]],
    ['{{c3::a}} {{c1::b}} {{c3::c}}', [1, 3]],
    ['{{c12::a}}{{c99::b}}', [12, 99]],
    ['{{c100::a}}', []],
    ['{{c0::a}}', []],
    ['{{C1::a}}', []],
    ['{{c1:a}}', []],
    ['{{c1::}}', []],
    ['{{c1::two\nlines}}', [1]],
    ['{{c1::a}', []],
  ])('%j has the numbers %j', (text, numbers) => {
    expect(clozeNumbers(text)).toEqual(numbers);
  });

  test.each<[string, number, string]>([
    ['{{c1::a}} b', 1, '[a|] b'],
    ['{{c1::a::hint}} b', 1, '[a|hint] b'],
    ['{{c1::a::hint}} b', 2, 'a b'],
    ['{{c1::a}} {{c2::b}} {{c1::c}}', 1, '[a|] b [c|]'],
    ['{{c1::`{"a": 1}`}}', 1, '[`{"a": 1}`|]'],
    ['{{c1::a:b}}', 1, '[a:b|]'],
    ['{{c2::file://::prefix}}boot.sh', 2, '[file://|prefix]boot.sh'],
    ['a $1 $& {{c1::$2}}', 1, 'a $1 $& [$2|]'],
    ['{{c1::two\nlines}}', 1, '[two\nlines|]'],
    ['{{c1::{{c2::a}}}}', 2, '{{c1::[a|]}}'],
  ])('%j with %i hidden is %j', (text, number, expected) => {
    expect(fillCloze(text, number, (answer, hint) => `[${answer}|${hint ?? ''}]`)).toBe(expected);
  });

  test('answers of one number, each once and in order', () => {
    expect(blanksOf('{{c1::b}} {{c2::x}} {{c1::a}} {{c1::b}}', 1)).toEqual(['b', 'a']);
  });

  test.each<[string, boolean]>([
    ['plain', false],
    ['{{c1::a}} {{other}} {{c::', true],
    ['{{c1::a}} {{handlebars}}', false],
    ['{{c1::}}', true],
    ['{{c1::a', true],
    ['{{c1::a {{c2::b}} c}}', true],
    ['{{c1:a}}', true],
    ['{{c1::a::hint}}', false],
  ])('%j holds a broken blank: %s', (text, broken) => {
    expect(hasBrokenBlank(text)).toBe(broken);
  });

  test('hiding and showing every blank gives the plain text back', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', '-', '(', '`', 'é'),
      minLength: 1,
      maxLength: 8,
    });
    const piece = fc.record({ before: word, number: fc.integer({ min: 1, max: 99 }), answer: word });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
        const text = pieces
          .map(({ before, number, answer }) => `${before}{{c${number}::${answer}::h}}`)
          .join('');
        const plain = pieces.map(({ before, answer }) => before + answer).join('');
        for (const number of clozeNumbers(text))
          expect(fillCloze(text, number, (answer) => answer)).toBe(plain);
        expect(clozeNumbers(text)).toEqual(
          [...new Set(pieces.map(({ number }) => number))].sort((a, b) => a - b),
        );
        expect(hasBrokenBlank(text)).toBe(false);
      }),
    );
  });
});
