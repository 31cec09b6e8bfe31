import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom, shuffle } from '../../src/domain/chance.ts';
import { fingerprint } from '../../src/domain/fingerprint.ts';
import { cardId, noteOf } from '../../src/domain/ids.ts';
import { nearest } from '../../src/domain/nearest.ts';
import { byPlace, type Problem } from '../../src/domain/problem.ts';
import { checkSettings, defaultSettings, type SettingName, settingRules } from '../../src/domain/settings.ts';

describe('chance', () => {
  test('a seed gives the same draws for ever', () => {
    const random = seededRandom(42);
    expect([random(), random(), random()].map((draw) => draw.toFixed(6))).toEqual([
      '0.601104',
      '0.448291',
      '0.852466',
    ]);
  });

  test('draws are in [0, 1), spread evenly, and differ between seeds', () => {
    const random = seededRandom(7);
    const draws = Array.from({ length: 10_000 }, random);
    expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true);
    for (let tenth = 0; tenth < 10; tenth += 1)
      expect(Math.abs(draws.filter((draw) => Math.floor(draw * 10) === tenth).length - 1000)).toBeLessThan(
        150,
      );
    expect(new Set([1, 2, 3, -1, 0].map((seed) => seededRandom(seed)())).size).toBe(5);
  });

  test('a shuffle loses and doubles nothing, and leaves its argument alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.nat(), (items, seed) => {
        const before = [...items];
        expect(shuffle(items, seededRandom(seed)).sort()).toEqual([...items].sort());
        expect(items).toEqual(before);
      }),
    );
  });

  test('all 24 orders of four come equally often', () => {
    const random = seededRandom(11);
    const counts = new Map<string, number>();
    for (let draw = 0; draw < 24_000; draw += 1) {
      const order = shuffle('abcd'.split(''), random).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    // Chi-square with 23 degrees of freedom: 49.7 is passed once in a thousand times.
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(counts.size).toBe(24);
    expect(chiSquare).toBeLessThan(49.7);
  });
});

describe('the nearest known word', () => {
  const known = ['dynamodb', 's3', 'sqs', 'lambda', 'iam', 'ec2', 'new-per-day'];

  test.each([
    ['dynamobd', 'dynamodb'],
    ['Dynamo', 'dynamodb'],
    ['lamda', 'lambda'],
    ['s4', 's3'],
    ['EC2', 'ec2'],
    ['new-perday', 'new-per-day'],
    ['kubernetes', undefined],
    ['zz', undefined],
  ])('to "%s" is %s', (typed, expected) => {
    expect(nearest(typed, known)).toBe(expected);
  });

  test('is the word itself where it is known', () => {
    fc.assert(
      fc.property(fc.constantFrom(...known), (word) => {
        expect(nearest(word, known)).toBe(word);
      }),
    );
  });

  /** Damerau's distance (neighbours may swap), the plain way. */
  function edits(a: string, b: string): number {
    const row = (i: number, j: number): number => {
      if (i === 0 || j === 0) return i + j;
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swap =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? row(i - 2, j - 2) + 1
          : Number.POSITIVE_INFINITY;
      return Math.min(row(i - 1, j) + 1, row(i, j - 1) + 1, row(i - 1, j - 1) + same, swap);
    };
    return row(a.length, b.length);
  }

  test('has the fewest edits, at most a third of the word', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(word, fc.uniqueArray(word, { minLength: 1, maxLength: 6 }), (typed, words) => {
        const most = Math.max(1, Math.floor(typed.length / 3));
        const least = Math.min(...words.map((one) => edits(typed, one)));
        const found = nearest(typed, words);
        if (least <= most) expect(edits(typed, found ?? '')).toBe(least);
        else expect(found === undefined || found.startsWith(typed)).toBe(true);
      }),
    );
  });
});

describe('fingerprints', () => {
  test('are the same on every machine', () => {
    expect(fingerprint('What is SQS?\nA queue.')).toMatch(/^[0-9a-f]{16}$/);
    // The first half is plain FNV-1a, with its published values.
    expect(fingerprint('').slice(0, 8)).toBe('811c9dc5');
    expect(fingerprint('a').slice(0, 8)).toBe('e40c292c');
    expect(fingerprint('foobar').slice(0, 8)).toBe('bf9cf968');
  });

  test.each([
    ['spaces and lines', 'a  b\n c ', 'a b c', true],
    ['composed and decomposed letters', 'e\u0301', 'é', true],
    ['case', 'A', 'a', false],
    ['a changed digit', '256 KB', '257 KB', false],
    ['swapped words', 'a b', 'b a', false],
  ])('%s: "%s" and "%s" are one text: %s', (_, first, second, same) => {
    expect(fingerprint(first) === fingerprint(second)).toBe(same);
  });

  test('of 20,000 texts no two are alike', () => {
    const prints = new Set(Array.from({ length: 20_000 }, (_, index) => fingerprint(`Limit ${index}`)));
    expect(prints.size).toBe(20_000);
  });
});

test.each([
  ['sqs-dlq', '', 'sqs-dlq'],
  ['sqs-dlq', 'c1', 'sqs-dlq#c1'],
  ['sqs-dlq', 'reverse', 'sqs-dlq#reverse'],
])('the card of %s, part "%s", is %s, and of that note', (note, part, card) => {
  expect(cardId(note, part)).toBe(card);
  expect(noteOf(card)).toBe(note);
});

test('problems are in order of file, line, column and rule', () => {
  const at = (file: string, line: number, column: number, rule: string): Problem => ({
    rule,
    severity: 'error',
    file,
    line,
    column,
    message: '',
    hint: '',
  });
  const sorted = [
    at('a', 1, 1, 'x'),
    at('a', 2, 1, 'a'),
    at('a', 2, 3, 'a'),
    at('a', 2, 3, 'b'),
    at('b', 1, 1, 'a'),
  ];
  expect([...sorted].reverse().sort(byPlace)).toEqual(sorted);
});

describe('settings', () => {
  test.each<[SettingName, string, unknown]>([
    ['newPerDay', '0', 0],
    ['newPerDay', '9999', 9999],
    ['newPerDay', '10000', undefined],
    ['newPerDay', '-1', undefined],
    ['newPerDay', '1.5', undefined],
    ['newPerDay', '1e2', undefined],
    ['newPerDay', '', undefined],
    ['newPerDay', ' 5', undefined],
    ['reviewsPerDay', '200', 200],
    ['minutesPerDay', '0', undefined],
    ['minutesPerDay', '1440', 1440],
    ['rolloverMinutes', '0', 0],
    ['rolloverMinutes', '1439', 1439],
    ['rolloverMinutes', '1440', undefined],
    ['grades', 'two', 'two'],
    ['grades', 'three', undefined],
    ['exam', 'dva-c03', 'DVA-C03'],
    ['exam', 'DVA', undefined],
    ['examDate', '2026-12-15', '2026-12-15'],
    ['examDate', '2026-02-30', undefined],
    ['examDate', 'tomorrow', undefined],
  ])('%s "%s" is %s', (name, text, value) => {
    expect(settingRules[name].parse(text)).toBe(value);
  });

  test.each<[unknown, unknown]>([
    [{}, { settings: {} }],
    [{ newPerDay: 5, exam: 'DVA-C03' }, { settings: { newPerDay: 5, exam: 'DVA-C03' } }],
    [defaultSettings, { settings: defaultSettings }],
    [{ newPerDay: '5' }, { wrong: ['newPerDay'] }],
    [{ newPerDay: null, grades: 'six', exam: 'DVA-C03' }, { wrong: ['newPerDay', 'grades'] }],
    [{ colour: 'red' }, { wrong: ['colour'] }],
    [{ constructor: 1 }, { wrong: ['constructor'] }],
    [JSON.parse('{"__proto__": 1}'), { wrong: ['__proto__'] }],
    [null, { wrong: ['settings'] }],
    [[], { wrong: ['settings'] }],
    ['x', { wrong: ['settings'] }],
  ])('%j as stored is %j', (stored, expected) => {
    expect(checkSettings(stored)).toEqual(expected);
  });

  test('every setting says what it is and what is expected', () => {
    for (const rule of Object.values(settingRules)) {
      expect(rule.summary).not.toBe('');
      expect(rule.expected).not.toBe('');
      expect(rule.parse('no such value')).toBeUndefined();
    }
  });
});
