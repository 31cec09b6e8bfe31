import { describe, expect, test } from 'vitest';
import { calcNumbers } from '../../../src/authoring/lint/cards/calc-numbers.ts';
import { deckSchema } from '../../../src/domain/cards/schema.ts';
import { aDeck } from '../../support/deck-file.ts';

const good = {
  id: 'deck-calc',
  kind: 'calc',
  topic: 'basics',
  front: 'A subnet for {{hosts}} hosts?',
  calculator: 'cidr',
  ask: 'prefix',
  inputs: { hosts: { from: 5, to: 500, step: 5 } },
};

const found = (changes: object) =>
  calcNumbers
    .check(deckSchema.parse(aDeck('deck', [{ ...good, ...changes }])), { today: '2026-11-20', shipped: true })
    .map(({ path, message, hint }) => `${path.slice(2).join('.')}: ${message}. ${hint}`);

describe('calc-numbers', () => {
  test.each([
    ['as it is', {}],
    ['with its task', { task: 'fit' }],
    [
      'with a fixed value that the question does not name',
      { front: 'How large for 20?', inputs: { hosts: 20 } },
    ],
    ['with choices', { inputs: { hosts: { choices: [12, 250] } } }],
  ])('a good card: %s', (_, changes) => {
    expect(found(changes)).toEqual([]);
  });

  test.each([
    [
      'an unknown input',
      { inputs: { hots: 5 }, front: 'x' },
      /^inputs\.hots: cidr has no input "hots"\. Did you mean "hosts"\?$/,
    ],
    [
      'an input of another task',
      { task: 'fit', front: 'x', inputs: { hosts: 5, cidr: '10.0.0.0/16' } },
      /no input "cidr"/,
    ],
    ['an unknown task', { task: 'nap' }, /^task: cidr has no task "nap"\. Use one of describe, split/],
    [
      'a place that is no input',
      { front: '{{hosts}} and {{guests}}?' },
      /^front: \{\{guests\}\} is no input/,
    ],
    [
      'a drawn number that is not named',
      { front: 'How large?' },
      /^inputs\.hosts: "hosts" changes, but the question/,
    ],
    [
      'an answer that does not exist',
      { ask: 'size' },
      /^inputs: with hosts 5: there is no answer "size", only prefix, usable/,
    ],
    [
      'a list as answer',
      {
        front: '{{into}}',
        ask: 'subnets',
        inputs: { cidr: '10.0.0.0/16', into: { from: 2, to: 4, step: 2 } },
      },
      /is a list/,
    ],
    [
      'a corner that cannot be computed',
      { inputs: { hosts: { from: 5, to: 9_000_000, step: 1000 } } },
      /^inputs: with hosts 8999005: .*Change the ranges/,
    ],
    [
      'a unit that does not belong',
      { inputs: { hosts: { from: 5, to: 50, step: 5, unit: 'KB' } } },
      /has the unit "KB"/,
    ],
  ])('a bad card: %s', (_, changes, finding) => {
    expect(found(changes)).toEqual([expect.stringMatching(finding)]);
  });

  test('other kinds are none of its business', () => {
    const deck = deckSchema.parse(aDeck('deck'));
    expect(calcNumbers.check(deck, { today: '2026-11-20', shipped: true })).toEqual([]);
  });
});
