import { describe, expect, test } from 'vitest';
import { cardRules, lintCards } from '../../../src/authoring/lint/cards/index.ts';
import type { Deck } from '../../../src/domain/cards/index.ts';
import { deckSchema } from '../../../src/domain/cards/schema.ts';
import { aCard, aDeck } from '../../support/deck-file.ts';

const shipped = { today: '2026-11-20', shipped: true };
const own = { today: '2026-11-20', shipped: false };

const credentials = { sources: ['https://docs.aws.amazon.com/x.html'], asOf: '2026-11-20' };
const card = (body: string, fields: object = {}) =>
  aCard('deck', body, { ...credentials, ...fields } as never);
const deck = (...cards: object[]): Deck => deckSchema.parse(aDeck('deck', cards));

/** `rule path: message` of each finding of one rule. */
const found = (name: string, cards: readonly object[], context = shipped): string[] =>
  lintCards(deck(...cards), context)
    .filter(({ rule }) => rule === name)
    .map(({ path, message }) => `${path.slice(1).join('.')}: ${message}`);

const options = (...texts: string[]) =>
  texts.map((text, index) => ({ text, correct: index === 0, why: 'So.' }));

test('rules have names, each its own, and say what they want', () => {
  expect(new Set(cardRules.map(({ name }) => name)).size).toBe(cardRules.length);
  for (const { name, summary } of cardRules) {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(summary).toMatch(/^[A-Z`].*\.$/);
  }
});

test('one good card of each kind passes every rule', () => {
  const kinds = ['basic', 'cloze', 'choice', 'choices', 'text', 'number', 'order', 'match'];
  expect(lintCards(deck(...kinds.map((body) => card(body))), shipped)).toEqual([]);
});

describe('a good and a bad fixture per rule', () => {
  const table: [rule: string, good: object, bad: object, finding: RegExp][] = [
    ['card-source', card('basic'), card('basic', { sources: undefined }), /^0: the card names no source$/],
    [
      'card-source',
      card('basic', { sources: ['https://github.com/aws/aws-cli'] }),
      card('basic', { sources: ['https://github.com/someone/x'] }),
      /^0\.sources\.0: .* is not a page of AWS$/,
    ],
    [
      'card-source',
      card('basic'),
      card('basic', { sources: ['http://docs.aws.amazon.com/x'] }),
      /^0\.sources\.0: .* is not https$/,
    ],
    [
      'card-source',
      card('basic'),
      card('basic', { sources: ['https://docs.aws.amazon.com.evil.example/'] }),
      /is not a page of AWS$/,
    ],
    [
      'card-as-of',
      card('basic', { asOf: '2025-11-20' }),
      card('basic', { asOf: '2025-11-19' }),
      /^0\.asOf: the fact was last checked on 2025-11-19, over a year ago$/,
    ],
    [
      'card-as-of',
      card('basic', { asOf: '2026-11-20' }),
      card('basic', { asOf: '2026-11-21' }),
      /^0\.asOf: asOf 2026-11-21 is in the future$/,
    ],
    ['card-as-of', card('basic'), card('basic', { asOf: undefined }), /^0: the card does not say when/],
    [
      'option-why',
      card('choice'),
      card('choice', { options: [...options('a', 'b'), { text: 'c' }] }),
      /^0\.options\.2: the option "c" has no why$/,
    ],
    [
      'option-count',
      card('choice'),
      card('choice', { options: options('a', 'b') }),
      /^0\.options: there is 1 distractor$/,
    ],
    [
      'option-count',
      card('choice'),
      card('choice', { options: options('a', 'b', 'B ') }),
      /^0\.options\.2\.text: the option "B " is given twice$/,
    ],
    [
      'positional-words',
      card('choice'),
      card('choice', { options: options('a', 'b', 'All of the above') }),
      /^0\.options\.2\.text: "All of the above" speaks of a place/,
    ],
    [
      'positional-words',
      card('choice', { why: 'A bucket policy decides.' }),
      card('choice', { why: 'Option B costs more.' }),
      /^0\.why: "Option B" speaks of a place/,
    ],
    [
      'answer-in-question',
      card('basic'),
      card('basic', { front: 'What is a dead-letter queue for?', back: 'Dead-letter queue' }),
      /^0\.front: the question holds its answer/,
    ],
    [
      'answer-in-question',
      card('text', { front: 'Where does S3 keep it?', accept: ['S3'] }),
      card('text', { front: 'Is it the visibility timeout?', accept: ['Visibility timeout'] }),
      /^0\.front: /,
    ],
    [
      'stale-term',
      card('basic', { examNote: 'The SQS message limit was 256 KB.' }),
      card('basic', { back: 'An SQS message is at most 256 KB.' }),
      /^0\.back: ".*" is outdated: /,
    ],
    [
      'control-characters',
      card('basic', { back: 'Line one.\nLine\ttwo.' }),
      card('basic', { back: 'a\u001B[31mb' }),
      /^0\.back: the text holds the invisible character U\+001B$/,
    ],
    [
      'control-characters',
      card('basic', { back: 'naïve 队列' }),
      card('order', { steps: ['a', 'b\u202E', 'c'] }),
      /^0\.steps\.1: .* U\+202E$/,
    ],
  ];

  test.each(table)('%s, case %#', (rule, good, bad, finding) => {
    expect(cardRules.map(({ name }) => name)).toContain(rule);
    expect(found(rule, [good])).toEqual([]);
    const findings = found(rule, [bad]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(finding);
  });

  test('duplicate-front', () => {
    const front = 'How long does a queue keep a message that nobody deletes by default?';
    const twin = 'By default, how long does a queue keep a message that nobody deletes?';
    const one = card('basic', { front });
    const alike = (fields: object) =>
      found('duplicate-front', [one, card('basic', { id: 'deck-two', ...fields })]);
    expect(alike({ front: `${front} ` })).toEqual(['1.front: this asks nearly the same as "deck-basic"']);
    expect(
      alike({ front: twin.replace('By default, how', 'How').replace('deletes?', 'deletes by default?') }),
    ).toHaveLength(1);
    expect(alike({ front: 'What is the largest message of a queue?' })).toEqual([]);
    const siblings = [
      card('basic', { front, fact: 'retention' }),
      card('basic', { id: 'deck-two', front, fact: 'retention' }),
    ];
    expect(found('duplicate-front', siblings)).toEqual([]);
  });
});

test("a learner's own notes owe no source, no date and no why of options", () => {
  const bare = [
    card('basic', { sources: undefined, asOf: undefined }),
    card('choice', {
      sources: undefined,
      asOf: undefined,
      options: options('a', 'b', 'c').map(({ why: _, ...rest }) => rest),
    }),
  ];
  expect(lintCards(deck(...bare), own)).toEqual([]);
  expect(found('card-source', [card('basic', { sources: ['https://example.com/blog'] })], own)).toEqual([]);
  expect(found('card-source', [card('basic', { sources: ['http://example.com/blog'] })], own)).toHaveLength(
    1,
  );
});
