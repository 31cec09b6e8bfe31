import { describe, expect, test } from 'vitest';
import { isAwsSource } from '../../../src/authoring/lint/aws-source.ts';
import { lintQuestions, questionRules } from '../../../src/authoring/lint/questions/index.ts';
import type { ExamQuestion } from '../../../src/domain/exam/exam-question.ts';
import { check, context, extra, good, goodDouble, options, places, withOption } from './a-question.ts';

test('rules have names, each its own, and say what they want', () => {
  expect(new Set(questionRules.map((rule) => rule.name)).size).toBe(questionRules.length);
  for (const rule of questionRules) {
    expect(rule.name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(rule.summary).toMatch(/^[A-Z`].*\.$/);
  }
});

test('good questions pass every rule, alone and with several keys', () => {
  const other = {
    ...goodDouble,
    id: 'dva-lambda-async-failure-02',
    stem: 'Orders are lost at night. Which two steps keep them?',
  };
  expect(lintQuestions({ questions: [good, other] }, { ...context, wholeBank: false })).toEqual([]);
});

describe('one question at a time', () => {
  const bad: [rule: string, question: ExamQuestion, place: RegExp][] = [
    ['question-id', { ...good, id: 'DVA_Lambda' }, /^0.id: "DVA_Lambda" is not a well-formed id/],
    ['question-id', { ...good, id: 'lambda-async-01' }, /^0.id: .* does not start with its family/],
    [
      'question-task',
      { ...good, tasks: { 'dva-c09': '1.2' } },
      /^0.tasks.dva-c09: There is no exam "dva-c09"/,
    ],
    [
      'question-task',
      { ...good, tasks: { 'dva-c03': '3.4' } },
      /^0.tasks.dva-c03: DVA-C03 has no task "3.4"/,
    ],
    [
      'question-task',
      { ...good, tasks: { 'dva-c03': '1.2', 'saa-c03': '1.2' } },
      /^0.tasks: .* several families: dva, saa/,
    ],
    ['choose-count', { ...good, choose: 2 }, /^0.choose: choose is 2, but 1 option is marked correct/],
    [
      'choose-count',
      withOption(1, { correct: true }),
      /^0.choose: choose is 1, but 2 options are marked correct/,
    ],
    [
      'option-count',
      { ...good, options: options.slice(0, 3) },
      /^0.options: A question with one key has 4 options, not 3/,
    ],
    ['option-count', { ...good, options: [...options, extra] }, /^0.options: .* has 4 options, not 5/],
    [
      'option-count',
      { ...goodDouble, options },
      /^0.options: A question with 2 keys has 5 or 6 options, not 4/,
    ],
    [
      'option-count',
      withOption(1, { text: 'Configure an On-failure destination' }),
      /^0.options.1.text: Another option/,
    ],
    ['option-why', withOption(0, { why: ' ' }), /^0.options.0: This key has no why/],
    ['option-why', withOption(2, { why: '' }), /^0.options.2: This distractor has no why/],
    [
      'count-words',
      { ...goodDouble, stem: good.stem },
      /^0.stem: The stem does not say that 2 options are right/,
    ],
    [
      'count-words',
      { ...goodDouble, stem: `${good.stem} (Select THREE.)` },
      /^0.stem: The stem says "Select THREE", but choose is 2/,
    ],
    [
      'count-words',
      { ...good, stem: `${good.stem} (Choose two.)` },
      /^0.stem: The stem says "Choose two", but choose is 1/,
    ],
    ['count-words', { ...good, stem: 'It fails. Which two steps help?' }, /^0.stem: .*but choose is 1/],
    [
      'count-words',
      { ...good, stem: 'It fails. Which combination of 3 steps helps?' },
      /^0.stem: .*but choose is 1/,
    ],
    [
      'positional-words',
      { ...good, explanation: 'Option B is wrong.' },
      /^0.explanation: "Option B" speaks of a place/,
    ],
    ['positional-words', { ...good, explanation: 'Options A and C fail.' }, /^0.explanation: /],
    [
      'positional-words',
      withOption(3, { text: 'All of the above' }),
      /^0.options.3.text: "All of the above"/,
    ],
    ['positional-words', withOption(3, { text: 'None of the above.' }), /^0.options.3.text: /],
    [
      'positional-words',
      withOption(1, { why: 'The first answer is better.' }),
      /^0.options.1.why: "The first answer"/,
    ],
    [
      'positional-words',
      withOption(1, { why: 'See the last option.' }),
      /^0.options.1.why: "the last option"/,
    ],
    ['positional-words', withOption(3, { text: 'Both A and B' }), /^0.options.3.text: /],
    ['positional-words', { ...good, stem: 'Which of the options above helps?' }, /^0.stem: /],
    ['question-source', { ...good, sources: [] }, /^0.sources: The question names no source/],
    [
      'question-source',
      { ...good, sources: ['http://docs.aws.amazon.com/x'] },
      /^0.sources.0: .* is not https/,
    ],
    [
      'question-source',
      { ...good, sources: [...good.sources, 'https://example.com/aws'] },
      /^0.sources.1: .* is not an AWS page/,
    ],
    [
      'question-as-of',
      { ...good, asOf: '2025-11-19' },
      /^0.asOf: The facts were last checked on 2025-11-19, over a year ago/,
    ],
    ['question-as-of', { ...good, asOf: '2026-11-21' }, /^0.asOf: asOf 2026-11-21 is in the future/],
    [
      'stale-term',
      { ...good, stem: 'A CloudWatch Events rule fails. Why?' },
      /^0.stem: "CloudWatch Events" is outdated/,
    ],
    [
      'stale-term',
      withOption(0, { text: 'Split it: an SQS message can be up to 256 KB.' }),
      /^0.options.0.text: "256 KB" is outdated/,
    ],
    [
      'stale-term',
      withOption(1, { why: 'An SQS message can be up to 256 KB.' }),
      /^0.options.1.why: "256 KB"/,
    ],
    [
      'stale-term',
      withOption(1, { text: 'Use Kinesis Data Firehose.' }),
      /^0.options.1.text: "Kinesis Data Firehose"/,
    ],
    ['stale-term', { ...good, explanation: 'S3 is eventually consistent.' }, /^0.explanation: /],
    [
      'closed-service-key',
      withOption(0, { text: 'Deploy it to App Runner.' }),
      /^0.options.0.text: The key uses App Runner/,
    ],
    ['linked-cards', { ...good, cards: [] }, /^0.cards: The question links no card/],
    [
      'linked-cards',
      { ...good, cards: ['lambda-destinations', 'lambda-none'] },
      /^0.cards.1: There is no card "lambda-none"/,
    ],
  ];

  test.each(bad)('%s finds it in %#', (rule, question, place) => {
    const found = places(rule, question);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(place);
    expect(check(rule, [question])[0]).toMatchObject({
      rule,
      questionId: question.id,
      hint: expect.stringMatching(/^[A-Z].*\.$/s),
    });
  });

  const fine: [rule: string, question: ExamQuestion][] = [
    ['count-words', { ...good, stem: 'The team must choose two Regions. Which service helps?' }],
    ['count-words', { ...good, stem: 'Which one of the services helps?' }],
    ['count-words', { ...goodDouble, stem: 'It fails. Which two steps help?' }],
    ['count-words', { ...goodDouble, stem: 'It fails. What should the team do? Select TWO.' }],
    [
      'count-words',
      {
        ...goodDouble,
        stem: 'Keep the events of the three functions. Which combination of steps does? (Choose two.)',
      },
    ],
    [
      'positional-words',
      {
        ...good,
        stem: 'There is no option a developer can set. What is the first choice of a queue for the above load?',
      },
    ],
    [
      'positional-words',
      { ...good, explanation: 'The answer is a queue; all of the messages above 1 MiB go to S3.' },
    ],
    ['question-as-of', { ...good, asOf: '2025-11-20' }],
    ['stale-term', withOption(1, { text: 'Nothing: an SQS message can be up to 256 KB.' })],
    ['stale-term', { ...good, examNote: 'The exam may still say that an SQS message can be up to 256 KB.' }],
    ['closed-service-key', withOption(1, { text: 'Deploy it to App Runner.' })],
    [
      'question-source',
      {
        ...good,
        sources: ['https://aws.amazon.com/x', 'https://github.com/aws/aws-cdk', 'https://kiro.dev/docs/'],
      },
    ],
  ];

  test.each(fine)('%s leaves %# alone', (rule, question) => {
    expect(places(rule, question)).toEqual([]);
  });
});

test.each([
  ['https://docs.aws.amazon.com/lambda/', true],
  ['https://docs.powertools.aws.dev/', true],
  ['https://docs.aws.amazon.com.evil.example/', false],
  ['https://docs.aws.amazon.com@evil.example/', false],
  ['https://user@docs.aws.amazon.com/', false],
  ['https://notaws.amazon.com/', false],
  ['https://github.com/someone/aws/', false],
  ['not a url', false],
])('%s speaks for AWS: %s', (source, own) => {
  expect(isAwsSource(source)).toBe(own);
});

test('without known cards links are not looked up', () => {
  const { knownCardIds: _, ...without } = context;
  const rule = questionRules.find((one) => one.name === 'linked-cards');
  expect(rule?.check({ questions: [{ ...good, cards: ['any-card'] }] }, without)).toEqual([]);
});
