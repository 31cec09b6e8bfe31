import { describe, expect, test } from 'vitest';
import type { ExamQuestion } from '../../../src/domain/exam/exam-question.ts';
import { check, good, goodDouble, places } from './a-question.ts';

test('an id used twice is found at the second, a near twin of a stem too', () => {
  const twin = { ...good, stem: good.stem.replace('at times', 'now and then') };
  expect(places('question-id', good, good)).toEqual([
    '1.id: The id "dva-lambda-async-failure-01" is used twice.',
  ]);
  expect(places('near-duplicate-stem', good, twin)).toEqual([
    `1.stem: The stem is nearly that of "${good.id}".`,
  ]);
  expect(places('near-duplicate-stem', good, { ...good, stem: good.stem.toUpperCase() })).toHaveLength(1);
});

test('stems that share the stock phrase only are no twins', () => {
  const ask = 'Which solution meets these requirements with the LEAST operational overhead?';
  const one = `A company stores images in S3 and must resize each one as soon as it arrives. ${ask}`;
  const other = `A developer needs to share a session table between containers in two Regions at low latency. ${ask}`;
  expect(places('near-duplicate-stem', { ...good, stem: one }, { ...good, stem: other })).toEqual([]);
});

describe('the bank as a whole', () => {
  /** n questions, each made by its number. */
  const bank = (count: number, change: (number: number) => Partial<ExamQuestion>) =>
    Array.from({ length: count }, (_, number) => ({ ...good, id: `dva-q-${number}`, ...change(number) }));

  const keyAt = (place: number, longest = false): Partial<ExamQuestion> => ({
    options: [0, 1, 2, 3].map((at) => ({
      text: at === place && longest ? 'a rather long key' : `option text ${at}`,
      correct: at === place,
      why: 'so',
    })),
  });

  const rows: [rule: string, what: string, questions: ExamQuestion[], message: RegExp | undefined][] = [
    [
      'longest-key',
      '9 of 20',
      bank(20, (n) => keyAt(n % 4, n < 9)),
      /^The longest option is the key in 45% of 20 questions/,
    ],
    ['longest-key', '8 of 20', bank(20, (n) => keyAt(n % 4, n < 8)), undefined],
    ['longest-key', 'too few to tell', bank(19, () => keyAt(0, true)), undefined],
    [
      'key-position',
      'always first',
      bank(40, () => keyAt(0)),
      /^The key stands first to fourth 40, 0, 0, 0 times in 40/,
    ],
    ['key-position', 'never fourth', bank(60, (n) => keyAt(n % 3)), /first to fourth 20, 20, 20, 0 times/],
    ['key-position', 'each in turn', bank(40, (n) => keyAt(n % 4)), undefined],
    ['key-position', 'by chance a little uneven', bank(40, (n) => keyAt(n < 15 ? 0 : n % 4)), undefined],
    ['multi-response-share', 'none', bank(40, () => ({})), /^0 of 40 questions \(0%\) have several keys/],
    [
      'multi-response-share',
      'a third',
      bank(42, (n) => (n % 3 === 0 ? goodDouble : {})),
      /^14 of 42 questions \(33%\)/,
    ],
    ['multi-response-share', '17%', bank(60, (n) => (n % 6 === 0 ? goodDouble : {})), undefined],
    [
      'difficulty-spread',
      'all alike',
      bank(20, () => ({ difficulty: 2 })),
      /^Difficulty 1, 2, 3 stand at 0%, 100%, 0%/,
    ],
    [
      'difficulty-spread',
      '20/50/30',
      bank(20, (n) => ({ difficulty: n < 4 ? 1 : n < 14 ? 2 : 3 })),
      undefined,
    ],
    [
      'difficulty-spread',
      '30/40/30',
      bank(20, (n) => ({ difficulty: n < 6 ? 1 : n < 14 ? 2 : 3 })),
      undefined,
    ],
    ['task-coverage', 'one task only', [good], /^No question covers task 1.1 of DVA-C02/],
  ];

  test.each(rows)('%s: %s', (rule, _, questions, message) => {
    const found = check(rule, questions);
    if (message === undefined) expect(found).toEqual([]);
    else
      expect(found[0]).toMatchObject({
        rule,
        severity: 'warning',
        path: ['questions'],
        message: expect.stringMatching(message),
      });
    expect(check(rule, questions, { wholeBank: false })).toEqual([]);
  });

  test('every task of every version served is asked for; other families are not', () => {
    const messages = check('task-coverage', [good]).map((one) => one.message);
    expect(messages).toHaveLength(12 + 11);
    expect(messages.some((message) => message.includes('SAA'))).toBe(false);
  });
});
