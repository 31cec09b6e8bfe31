import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom, shuffle } from '../../../src/domain/chance.ts';
import { type Attempt, applyEvent } from '../../../src/domain/exam/attempt.ts';
import { passLikelihood } from '../../../src/domain/exam/estimate.ts';
import { entryOf } from '../../../src/domain/exam/exam-question.ts';
import { drawPaper } from '../../../src/domain/exam/paper.ts';
import { scoreAttempt } from '../../../src/domain/exam/score.ts';
import { aBank, anAttempt, anItem, exam } from './an-exam.ts';

const c03 = exam('DVA-C03');

/** Answers the first `right` questions with their keys, the next `wrong` with distractors. */
function answered(attempt: Attempt, right: number, wrong = 0): Attempt {
  return attempt.paper.items.slice(0, right + wrong).reduce((so, item, question) => {
    const choices =
      question < right
        ? item.keys
        : item.order.filter((one) => !item.keys.includes(one)).slice(0, item.choose);
    return applyEvent(so, { type: 'answer', atMs: 1000 * (question + 1), question, choices });
  }, attempt);
}

test('nothing answered is nothing right', () => {
  const result = scoreAttempt(anAttempt(), c03);
  expect(result).toMatchObject({
    raw: { correct: 0, questions: 65, share: 0 },
    unanswered: 65,
    estimate: { scaled: 100, passed: false },
    passLikelihood: 0,
  });
  expect(result.missed).toHaveLength(65);
  expect(result.slowest).toEqual([]);
});

test('47 of 65 pass, 46 do not; and it says how sure that is', () => {
  const pass = scoreAttempt(answered(anAttempt(), 47, 10), c03);
  expect(pass).toMatchObject({
    raw: { correct: 47, questions: 65 },
    unanswered: 8,
    estimate: { scaled: 723, passed: true },
  });
  expect(pass.passLikelihood).toBe(passLikelihood(47 / 65, 50));
  expect(scoreAttempt(answered(anAttempt(), 46, 19), c03)).toMatchObject({
    unanswered: 0,
    estimate: { scaled: 709, passed: false },
  });
});

test('several answers score all or nothing', () => {
  const double = anItem({ choose: 2, keys: [0, 1], order: [0, 1, 2, 3, 4] });
  const outcome = [[0, 1], [1, 0], [0], [0, 2], [2, 3]].map((choices) => {
    const attempt = applyEvent(anAttempt('timed', [double]), {
      type: 'answer',
      atMs: 1,
      question: 0,
      choices,
    });
    const { raw, unanswered } = scoreAttempt(attempt, c03);
    return [raw.correct, unanswered];
  });
  expect(outcome).toEqual([
    [1, 0],
    [1, 0],
    [0, 1],
    [0, 0],
    [0, 0],
  ]);
});

test('domains and tasks: what was asked, and whether it meets the mark', () => {
  const item = (domainId: string, taskId: string) => anItem({ domainId, taskId });
  const items = [
    ...Array.from({ length: 25 }, () => item('1', '1.1')),
    ...Array.from({ length: 25 }, () => item('4', '4.3')),
  ];
  let attempt = anAttempt('timed', items);
  for (const question of [...Array(18).keys(), ...Array.from({ length: 17 }, (_, index) => 25 + index)]) {
    attempt = applyEvent(attempt, { type: 'visit', atMs: attempt.lastEventMs, question });
    attempt = applyEvent(attempt, { type: 'answer', atMs: attempt.lastEventMs + 10, question, choices: [0] });
  }
  const { domains, tasks } = scoreAttempt(attempt, c03);
  expect(
    domains.map(({ id, correct, questions, verdict, milliseconds }) => [
      id,
      correct,
      questions,
      verdict,
      milliseconds,
    ]),
  ).toEqual([
    ['1', 18, 25, 'meets', 180],
    ['4', 17, 25, 'needs', 170],
  ]);
  expect(tasks.map(({ id, correct, questions, verdict }) => [id, correct, questions, verdict])).toEqual([
    ['1.1', 18, 25, 'meets'],
    ['1.2', 0, 0, 'none'],
    ['1.3', 0, 0, 'none'],
    ['4.1', 0, 0, 'none'],
    ['4.2', 0, 0, 'none'],
    ['4.3', 17, 25, 'needs'],
  ]);
  expect(domains[0]?.title).toBe('Development with AWS Services');
});

test('with trials the estimate comes from what counts, and both are told', () => {
  const bank = aBank(c03, [20, 17, 14, 14]).map(entryOf);
  const drawn = drawPaper({
    blueprint: c03,
    bank,
    lastSeenMs: new Map(),
    random: seededRandom(3),
    withUnscored: true,
  });
  let attempt = anAttempt('timed', drawn.paper.items);
  for (const [question, { scored, keys }] of drawn.paper.items.entries()) {
    if (scored) attempt = applyEvent(attempt, { type: 'answer', atMs: 1, question, choices: keys });
  }
  expect(scoreAttempt(attempt, c03)).toMatchObject({
    raw: { correct: 50, questions: 65 },
    scored: { correct: 50, questions: 50, share: 1 },
    unscored: { correct: 0, questions: 15 },
    estimate: { scaled: 1000 },
  });
});

test.each([
  ['right, then wrong', [[0], [2]], { rightToWrong: ['dva-q'] }],
  ['right, then taken back', [[0], []], { rightToWrong: ['dva-q'] }],
  ['wrong, then right', [[2], [0]], { wrongToRight: ['dva-q'] }],
  ['wrong, then otherwise wrong', [[2], [3]], { wrongToWrong: ['dva-q'] }],
  ['right, wrong and right again', [[0], [2], [0]], { wrongToRight: ['dva-q'] }],
  ['left and taken again', [[2], [], [2]], {}],
  ['once only', [[2]], {}],
])('an answer that was %s', (_, row, expected) => {
  const attempt = row.reduce(
    (so, choices, index) => applyEvent(so, { type: 'answer', atMs: index, question: 0, choices }),
    anAttempt('timed', [anItem()]),
  );
  expect(scoreAttempt(attempt, c03).changed).toEqual({
    rightToWrong: [],
    wrongToRight: [],
    wrongToWrong: [],
    ...expected,
  });
});

test('the first of two options is on the way to an answer, not an answer that was changed', () => {
  const double = anItem({ choose: 2, keys: [0, 1], order: [0, 1, 2, 3, 4] });
  const row = [[2], [], [0], [0, 1]];
  const attempt = row.reduce(
    (so, choices, index) => applyEvent(so, { type: 'answer', atMs: index, question: 0, choices }),
    anAttempt('timed', [double]),
  );
  expect(scoreAttempt(attempt, c03).changed).toEqual({
    rightToWrong: [],
    wrongToRight: [],
    wrongToWrong: [],
  });
});

test('time: in all, per question, and the five slowest', () => {
  let attempt = anAttempt();
  for (const [index, seconds] of [5, 90, 30, 60, 7, 45, 1].entries()) {
    attempt = applyEvent(attempt, {
      type: 'visit',
      atMs: attempt.lastEventMs + seconds * 1000,
      question: index + 1,
    });
  }
  const { milliseconds, millisecondsPerQuestion, slowest } = scoreAttempt(attempt, c03);
  expect(milliseconds).toBe(238_000);
  expect(millisecondsPerQuestion).toBe(Math.round(238_000 / 65));
  expect(slowest.map((one) => [one.question, one.milliseconds / 1000])).toEqual([
    [1, 90],
    [3, 60],
    [5, 45],
    [2, 30],
    [4, 7],
  ]);
});

test('missed questions bring their cards, each card once', () => {
  const items = ['a', 'b', 'c'].map((questionId) => anItem({ questionId }));
  const attempt = applyEvent(anAttempt('timed', items), {
    type: 'answer',
    atMs: 1,
    question: 1,
    choices: [0],
  });
  const cards: Record<string, string[]> = { a: ['sqs-dlq', 'sqs-delay'], b: ['iam-role'], c: ['sqs-dlq'] };
  const result = scoreAttempt(attempt, c03, (id) => cards[id] ?? []);
  expect(result.missed).toEqual([
    { question: 0, questionId: 'a', cards: ['sqs-dlq', 'sqs-delay'] },
    { question: 2, questionId: 'c', cards: ['sqs-dlq'] },
  ]);
  expect(result.cardsToStudy).toEqual(['sqs-dlq', 'sqs-delay']);
});

test('the score does not hang on the order of options or of questions', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(65), (seed, right) => {
      const attempt = answered(anAttempt(), right, 10);
      const random = seededRandom(seed);
      const places = shuffle([...attempt.paper.items.keys()], random);
      const mixed: Attempt = {
        ...attempt,
        paper: {
          ...attempt.paper,
          items: places.map((place) => {
            const item = attempt.paper.items[place] ?? anItem();
            return { ...item, order: shuffle(item.order, random) };
          }),
        },
        answers: places.map((place) => shuffle(attempt.answers[place] ?? [], random)),
      };
      const [one, other] = [scoreAttempt(attempt, c03), scoreAttempt(mixed, c03)];
      expect(other.estimate).toEqual(one.estimate);
      expect(other.raw).toEqual(one.raw);
      expect(other.domains.map((domain) => domain.correct)).toEqual(
        one.domains.map((domain) => domain.correct),
      );
    }),
    { numRuns: 30 },
  );
});

test('domains and tasks add up to the whole', () => {
  fc.assert(
    fc.property(fc.nat(65), fc.nat(20), (right, wrong) => {
      const { raw, domains, tasks, missed } = scoreAttempt(answered(anAttempt(), right, wrong), c03);
      const sum = (all: readonly { readonly correct: number }[]) =>
        all.reduce((total, one) => total + one.correct, 0);
      expect([sum(domains), sum(tasks), 65 - missed.length]).toEqual([raw.correct, raw.correct, raw.correct]);
    }),
    { numRuns: 30 },
  );
});

test('a paper without questions has a result too', () => {
  expect(scoreAttempt(anAttempt('timed', []), c03)).toMatchObject({
    raw: { correct: 0, questions: 0, share: 0 },
    millisecondsPerQuestion: 0,
    domains: [],
  });
});
