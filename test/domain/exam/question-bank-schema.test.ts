import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  entryOf,
  isPlayable,
  keysOf,
  type QuestionBank,
  questionFingerprint,
} from '../../../src/domain/exam/exam-question.ts';
import { questionBankSchema } from '../../../src/domain/exam/question-bank-schema.ts';
import { aQuestion } from './an-exam.ts';

const bank = `
questions:
  - id: dva-lambda-async-failure-01
    tasks: {dva-c02: "1.2", dva-c03: "1.2"}
    stem: |
      An asynchronous function fails at times. What keeps the event?
    choose: 1
    options:
      - text: An on-failure destination
        correct: true
        why: It gets the whole record.
      - text: A retry
        why: Two retries come anyway.
    explanation: Destinations hold the invocation record.
    cards: [lambda-destinations]
    sources: [https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html]
    asOf: 2026-11-20
    difficulty: 2
`;

function issues(yaml: string): string[] {
  const read = questionBankSchema.safeParse(load(yaml));
  return (read.error?.issues ?? []).map((one) => `${one.path.join('.')}: ${one.message}`);
}

test('a bank is read, and what is not marked correct is a distractor', () => {
  const { questions }: QuestionBank = questionBankSchema.parse(load(bank));
  expect(questions[0]?.options.map((option) => option.correct)).toEqual([true, false]);
  expect(questions[0]?.asOf).toBe('2026-11-20');
});

test.each([
  [
    'an unknown key',
    '    difficulty: 2',
    '    difficulty: 2\n    level: hard',
    /^questions.0: Unrecognized key: "level"$/,
  ],
  [
    'an unknown key of an option',
    'correct: true',
    'right: true',
    /^questions.0.options.0: Unrecognized key: "right"/,
  ],
  ['an id with a path', 'id: dva-lambda-async-failure-01', 'id: ../etc', /use lower-case letters/],
  [
    'a task as a number',
    'dva-c02: "1.2"',
    'dva-c02: 1.2',
    /^questions.0.tasks.dva-c02: write the task id in quotes/,
  ],
  ['a code in capitals', 'dva-c02', 'DVA-C02', /^questions.0.tasks.DVA-C02: /],
  ['no task', '{dva-c02: "1.2", dva-c03: "1.2"}', '{}', /name the task in at least one exam version/],
  [
    'an empty explanation',
    'explanation: Destinations hold the invocation record.',
    'explanation: " "',
    /explanation: write something here/,
  ],
  ['a difficulty of 4', 'difficulty: 2', 'difficulty: 4', /^questions.0.difficulty: write 1 \(recall\)/],
  ['no key asked for', 'choose: 1', 'choose: 0', /^questions.0.choose: at least one option is right/],
  ['a day that is not', '2026-11-20', '2026-13-01', /^questions.0.asOf: write a date/],
])('refuses %s', (_, from, to, message) => {
  const found = issues(bank.replace(from, to));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(message);
});

test('keys, and what can be asked', () => {
  expect(keysOf(aQuestion({ choose: 2 }))).toEqual([0, 1]);
  expect(isPlayable(entryOf(aQuestion()))).toBe(true);
  expect(isPlayable({ ...entryOf(aQuestion()), choose: 2 })).toBe(false);
  const allKeys = aQuestion().options.map((option) => ({ ...option, correct: true }));
  expect(isPlayable(entryOf(aQuestion({ options: allKeys, choose: 4 })))).toBe(false);
});

test('the fingerprint follows what is asked, not what explains it', () => {
  const asked = aQuestion();
  const reordered = { ...asked, options: [...asked.options].reverse() };
  expect(questionFingerprint({ ...asked, explanation: 'x', difficulty: 3 })).toBe(questionFingerprint(asked));
  expect(questionFingerprint({ ...asked, stem: 'x' })).not.toBe(questionFingerprint(asked));
  expect(questionFingerprint(reordered)).not.toBe(questionFingerprint(asked));
});

test('editors get a JSON Schema, in which correct may be left out', () => {
  const text = JSON.stringify(z.toJSONSchema(questionBankSchema, { io: 'input' }));
  expect(text).toContain('"required":["text"]');
});
