import { expect, test } from 'vitest';
import { indexCards, selectCards, selectTaskCards } from '../../../src/domain/exam/card-selectors.ts';
import { exam } from './an-exam.ts';

const cards = [
  { id: 'sqs-delay', deck: 'sqs', topic: 'delay', tags: ['limit'] },
  { id: 'sqs-esm', deck: 'sqs', topic: 'lambda-integration', tags: ['limit', 'cost'] },
  { id: 'lambda-retries', deck: 'lambda', topic: 'invocation' },
  { id: 'iam', deck: 'odd' },
  { id: 'iam-role', deck: 'iam', tags: ['security', 'security'] },
];

test.each([
  ['a deck', ['sqs'], ['sqs-delay', 'sqs-esm'], []],
  ['a topic', ['sqs/lambda-integration'], ['sqs-esm'], []],
  ['a tag over decks', ['tag:limit'], ['sqs-delay', 'sqs-esm'], []],
  ['a card', ['lambda-retries'], ['lambda-retries'], []],
  ['a deck before a card of its name', ['iam'], ['iam-role'], []],
  [
    'each card once',
    ['tag:cost', 'sqs', 'sqs-esm', 'tag:security'],
    ['sqs-esm', 'sqs-delay', 'iam-role'],
    [],
  ],
  [
    'what nothing answers to',
    ['sqs', 'vpc', 'sqs/none', 'tag:none', 'vpc'],
    ['sqs-delay', 'sqs-esm'],
    ['vpc', 'sqs/none', 'tag:none'],
  ],
])('%s', (_, selectors, cardIds, unresolved) => {
  expect(selectCards(selectors, indexCards(cards))).toEqual({ cardIds, unresolved });
});

test('every task of an exam gets its cards', () => {
  const tasks = selectTaskCards(exam('DVA-C03'), indexCards(cards));
  expect(tasks).toHaveLength(12);
  expect(tasks.find((task) => task.taskId === '1.2')).toEqual({
    domainId: '1',
    taskId: '1.2',
    cardIds: ['lambda-retries', 'sqs-esm'],
    unresolved: [],
  });
  expect(tasks.find((task) => task.taskId === '2.3')?.unresolved).toContain('ml-ai');
});
