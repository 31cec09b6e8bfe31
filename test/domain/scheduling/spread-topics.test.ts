import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardEntry } from '../../../src/domain/scheduling/card-entry.ts';
import { spreadTopics } from '../../../src/domain/scheduling/spread-topics.ts';
import { anEntry } from '../../support/an-entry.ts';

describe('spreading topics', () => {
  const items = (topics: string) =>
    [...topics].map((topic, index) => ({ entry: anEntry(`sqs/${topic}:sqs-${index}`) }));
  const topicsOf = (spread: { entry: CardEntry }[]) => spread.map(({ entry }) => entry.topic).join('');

  test.each([
    ['', ''],
    ['a', 'a'],
    ['abc', 'abc'],
    ['aab', 'aba'],
    ['aabb', 'abab'],
    ['aaab', 'abaa'],
    ['aaaa', 'aaaa'],
    ['abbac', 'ababc'],
    ['abbbbb', 'abbbbb'],
  ])('%s becomes %s', (given, expected) => {
    expect(topicsOf(spreadTopics(items(given)))).toBe(expected);
  });

  test('topics of one name in two decks are two topics', () => {
    const given = ['sqs/limits:sqs-1', 'iam/limits:iam-1'].map((text) => ({ entry: anEntry(text) }));
    expect(spreadTopics(given)).toEqual(given);
  });

  test('nothing is lost, nothing doubled, and each topic keeps its own order', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 150 }), (topics) => {
        const given = items(topics);
        const spread = spreadTopics(given);
        for (const topic of 'abc') {
          const of = (list: typeof given) => list.filter(({ entry }) => entry.topic === topic);
          expect(of(spread)).toEqual(of(given));
        }
        expect(spread).toHaveLength(given.length);
      }),
    );
  });

  test('two neighbours share a topic only where nothing else was left to take', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 50 }), (topics) => {
        const spread = topicsOf(spreadTopics(items(topics)));
        for (let index = 1; index < spread.length; index += 1) {
          if (spread[index] !== spread[index - 1]) continue;
          expect(new Set(spread.slice(index)).size).toBe(1);
        }
      }),
    );
  });
});
