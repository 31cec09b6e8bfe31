import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { allCalculators } from '../../../src/domain/calculators/all.ts';
import { type CalcCard, rangeText, valueAt, valueCount } from '../../../src/domain/cards/calc-inputs.ts';
import { drawCalcWith } from '../../../src/domain/cards/draw-calc.ts';
import { hashOf, partsOf, toQuestion, wordsOf } from '../../../src/domain/cards/index.ts';
import { cardSchema, deckSchema } from '../../../src/domain/cards/schema.ts';
import { seededRandom } from '../../../src/domain/chance.ts';
import { expectedText, gradeAnswer } from '../../../src/domain/grading/grade-answer.ts';
import { answers } from '../calculators/ask.ts';

const drawCalc = drawCalcWith(allCalculators);

const aCalc = (changes: object = {}): CalcCard =>
  cardSchema.parse({
    id: 'dynamodb-reads',
    kind: 'calc',
    topic: 'capacity',
    front: 'A table gets {{rate}} of {{size}}, strongly consistent. How many RCU?',
    calculator: 'dynamodb',
    ask: 'capacity',
    inputs: {
      operation: 'GetItem',
      consistency: 'strong',
      rate: { from: 20, to: 200, step: 20, unit: 'reads per second' },
      size: { from: 0.5, to: 20, step: 0.5, unit: 'KB' },
    },
    ...changes,
  }) as CalcCard;

const ask = (card: CalcCard, seed: number) => toQuestion(card, '', seededRandom(seed), drawCalc);

describe('values of an input', () => {
  test.each([
    [{ from: 1, to: 10, step: 3 }, ['1', '4', '7', '10']],
    [{ from: 1, to: 10, step: 4, unit: 'KB' }, ['1KB', '5KB', '9KB']],
    [{ from: 0.1, to: 0.5, step: 0.1, unit: 's' }, ['0.1s', '0.2s', '0.3s', '0.4s', '0.5s']],
    [{ from: 5, to: 5, step: 1 }, ['5']],
    [{ choices: [1, 2.5], unit: 'MB' }, ['1MB', '2.5MB']],
    [{ choices: ['a', 'b'] }, ['a', 'b']],
    ['strong', ['strong']],
    [true, ['true']],
    [1000, ['1000']],
  ] as const)('%j', (input, given) => {
    const all = Array.from(
      { length: valueCount(input as never) },
      (_, place) => valueAt(input as never, place).given,
    );
    expect(all).toEqual(given);
  });

  test.each([
    [{ from: 1, to: 40, step: 1, unit: 'KB' }, '1 to 40 KB'],
    [{ from: 1000, to: 5000, step: 1000, unit: '/s' }, '1,000 to 5,000/s'],
    [{ choices: [1, 2], unit: 'days' }, '1 days or 2 days'],
    ['strong', 'strong'],
  ] as const)('in words: %j', (input, text) => {
    expect(rangeText(input as never)).toBe(text);
  });
});

describe('a calc card', () => {
  test('has fresh numbers with another seed, the same with the same', () => {
    const prompts = Array.from({ length: 30 }, (_, seed) => ask(aCalc(), seed).prompt);
    expect(new Set(prompts).size).toBeGreaterThan(15);
    expect(ask(aCalc(), 3)).toEqual(ask(aCalc(), 3));
    expect(prompts[0]).toMatch(/^A table gets \d+ reads per second of [\d.]+ KB, strongly/);
  });

  test('is one card; neither its fingerprint nor its words hang on what is drawn', () => {
    expect(partsOf(aCalc())).toEqual(['']);
    const before = [hashOf(aCalc(), ''), wordsOf(aCalc(), '')];
    ask(aCalc(), 1);
    ask(aCalc(), 2);
    expect([hashOf(aCalc(), ''), wordsOf(aCalc(), '')]).toEqual(before);
    for (const change of [
      { ask: 'units' },
      { front: 'Other {{size}} {{rate}}?' },
      { inputs: { size: '1KB' } },
    ])
      expect(hashOf(aCalc(change), '')).not.toBe(before[0]);
    expect(hashOf(aCalc({ why: 'Because.' }), '')).toBe(before[0]);
  });

  test('shows the working, then what the card says', () => {
    const { why } = ask(aCalc({ why: 'Round first.' }), 4);
    expect(why).toMatch(/^Worked out:\n\n- round the size up to 4 KB: `ceil\(.*= \d+ blocks? of 4 KB`\n/);
    expect(why).toMatch(/\n\nRound first\.$/);
  });

  test('without its calculator it is shown to be read, not asked', () => {
    const question = toQuestion(aCalc(), '', seededRandom(1));
    expect(question.prompt).toBe(
      'A table gets 20 to 200 reads per second of 0.5 to 20 KB, strongly consistent. How many RCU?',
    );
    expect(question.form.form).toBe('reveal');
    expect(toQuestion(aCalc({ ask: 'nothing' }), '', seededRandom(1), drawCalc).form.form).toBe('reveal');
  });

  test('a thousand showings, graded as the calculator itself says', () => {
    for (let seed = 0; seed < 1000; seed += 1) {
      const { prompt, form } = ask(aCalc(), seed);
      const [, rate = '', size = ''] = /gets (\d+) reads per second of ([\d.]+) KB/.exec(prompt) ?? [];
      const wanted = answers('dynamodb', {
        operation: 'GetItem',
        consistency: 'strong',
        rate: `${rate}/s`,
        size: `${size}KB`,
      }).capacity;
      expect([prompt, gradeAnswer(form, `${wanted} RCU`).correct]).toEqual([prompt, true]);
      expect(gradeAnswer(form, `${Number(wanted) + 1}`).correct).toBe(false);
    }
  });
});

describe('how answers are typed', () => {
  const of = (changes: object) => ask(aCalc(changes), 1).form;
  const prefix = { calculator: 'cidr', ask: 'prefix', front: 'Prefix?', inputs: { hosts: 250 } };
  const money = {
    calculator: 'dynamodb',
    task: 'cost',
    ask: 'writesUsd',
    front: 'USD?',
    inputs: { writes: '10M' },
  };
  const last = { calculator: 'cidr', ask: 'last', front: 'Last?', inputs: { cidr: '10.0.1.0/28' } };
  const overlap = {
    calculator: 'cidr',
    ask: 'overlap',
    front: 'Overlap?',
    inputs: { cidr: '10.0.0.0/24', other: '10.0.0.128/25' },
  };
  const seconds = { calculator: 'sqs', ask: 'visibleAt', front: 'When?', inputs: { at: '20s', to: '10min' } };
  test.each([
    [prefix, ['/24', '24', ' /24 '], ['23', '/25', '240']],
    [money, ['$6.25', '6.25', '6.25 USD', 'US$6.25'], ['$6.52', '6']],
    [last, ['10.0.1.14', ' 10.0.1.14'], ['10.0.11.4', '10.0.1.15', '100114']],
    [overlap, ['yes', 'Yes', 'y', 'true'], ['no', '1']],
    [seconds, ['620', '620 s', '10 min 20 s'.replace('10 min 20 s', '620s')], ['600', '620 min']],
  ])('%j', (changes, right, wrong) => {
    const form = of(changes);
    for (const typed of right) expect([typed, gradeAnswer(form, typed).correct]).toEqual([typed, true]);
    for (const typed of wrong) expect([typed, gradeAnswer(form, typed).correct]).toEqual([typed, false]);
  });
});

describe('the schema', () => {
  test.each([
    ['an unknown calculator', { calculator: 'abacus' }],
    ['no inputs', { inputs: {} }],
    ['a range that runs backwards', { inputs: { size: { from: 5, to: 1, step: 1 } } }],
    ['a step of nothing', { inputs: { size: { from: 1, to: 5, step: 0 } } }],
    ['a single choice', { inputs: { size: { choices: [1] } } }],
    ['a range of millions', { inputs: { size: { from: 0, to: 1e7, step: 1 } } }],
    ['an unknown field', { inputs: { size: { from: 1, to: 5, step: 1, per: 's' } } }],
    ['a name that is no flag', { inputs: { 'Item Size': 1 } }],
  ])('refuses %s', (_, change) => {
    expect(cardSchema.safeParse({ ...aCalc(), ...change }).success).toBe(false);
  });
});

/** Every calc card that ships is drawn 200 times: its own answer is right, and never silly. */
describe.each(['dynamodb', 'sqs', 'vpc'])('the calc cards of %s', (name) => {
  const deck = deckSchema.parse(load(readFileSync(`decks/${name}.yaml`, 'utf8')));
  const cards = deck.cards.filter((card) => card.kind === 'calc');
  test('are there', () => expect(cards.length).toBeGreaterThanOrEqual(6));
  test.each(cards.map((card) => [card.id, card] as const))('%s', (_, card) => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 200; seed += 1) {
      const { prompt, form } = ask(card, seed);
      seen.add(prompt);
      if (form.form !== 'text') throw new Error(`${prompt}: ${form.form}`);
      expect(prompt).not.toMatch(/[{}]|undefined|NaN/);
      const shown = expectedText(form);
      expect(shown).not.toMatch(/undefined|NaN|Infinity|-/);
      expect([prompt, shown, gradeAnswer(form, shown).correct]).toEqual([prompt, shown, true]);
    }
    expect(seen.size).toBeGreaterThan(3);
  });
});
