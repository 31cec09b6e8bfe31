import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Card,
  hashOf,
  kindNames,
  partsOf,
  toQuestion,
  wordsOf,
} from '../../../src/domain/cards/index.ts';
import { cardSchema } from '../../../src/domain/cards/schema.ts';
import { seededRandom } from '../../../src/domain/chance.ts';
import { gradeAnswer } from '../../../src/domain/grading/grade-answer.ts';
import type { Form } from '../../../src/domain/question.ts';
import { aCard } from '../../support/a-card.ts';

const cards = {
  basic: aCard(),
  'basic, both ways': aCard({ front: 'SQS', back: 'a queue', reverse: true }),
  cloze: aCard({ kind: 'cloze', text: 'Default {{c1::30 seconds::duration}}, at most {{c2::12 hours}}.' }),
  'choice of one': aCard({
    kind: 'choice',
    stem: 'Which one keeps order?',
    options: [{ text: 'FIFO', correct: true, why: 'By group.' }, { text: 'Standard' }, { text: 'Both' }],
  }),
  'choice of two': aCard({
    kind: 'choice',
    stem: 'Which two?',
    choose: 2,
    options: [
      { text: 'A', correct: true },
      { text: 'B', correct: true },
      { text: 'C', correct: false },
    ],
  }),
  text: aCard({ kind: 'text', front: 'Which attribute?', accept: ['MessageGroupId', 'group id'] }),
  number: aCard({ kind: 'text', front: 'How long?', number: { value: 4, unit: 'days' } }),
  order: aCard({ kind: 'order', front: 'Sort.', steps: ['send', 'receive', 'delete'] }),
  match: aCard({
    kind: 'match',
    front: 'Match.',
    pairs: [
      { left: 'queue', right: 'SQS' },
      { left: 'topic', right: 'SNS' },
    ],
  }),
} satisfies Record<string, Card>;

type Name = keyof typeof cards;

describe('kinds of cards', () => {
  test.each<[Name, string[]]>([
    ['basic', ['']],
    ['basic, both ways', ['', 'reverse']],
    ['cloze', ['c1', 'c2']],
    ['choice of one', ['']],
    ['choice of two', ['']],
    ['text', ['']],
    ['number', ['']],
    ['order', ['']],
    ['match', ['']],
  ])('%s is studied in the parts %j', (name, parts) => {
    expect(partsOf(cards[name])).toEqual(parts);
  });

  test.each<[Name, string, string, Form['form']]>([
    ['basic', '', 'Default timeout?', 'reveal'],
    ['basic, both ways', '', 'SQS', 'reveal'],
    ['basic, both ways', 'reverse', 'a queue', 'reveal'],
    ['cloze', 'c1', 'Default **[duration]**, at most 12 hours.', 'reveal'],
    ['cloze', 'c2', 'Default 30 seconds, at most **[…]**.', 'reveal'],
    ['choice of one', '', 'Which one keeps order?', 'choice'],
    ['text', '', 'Which attribute?', 'text'],
    ['order', '', 'Sort.', 'order'],
    ['match', '', 'Match.', 'match'],
  ])('%s, part "%s", asks "%s" as %s', (name, part, prompt, form) => {
    const question = toQuestion(cards[name], part, seededRandom(1));
    expect([question.prompt, question.form.form]).toEqual([prompt, form]);
  });

  test.each<[Name, string, string]>([
    ['basic', '', '30 seconds'],
    ['basic, both ways', 'reverse', 'SQS'],
    ['cloze', 'c1', '30 seconds'],
    ['cloze', 'c2', '12 hours'],
  ])('%s, part "%s", reveals "%s"', (name, part, answer) => {
    expect(toQuestion(cards[name], part, seededRandom(1)).form).toEqual({ form: 'reveal', answer });
  });

  test.each<[Name, string, string]>([
    ['basic', '', 'Default timeout?\n30 seconds'],
    ['cloze', 'c2', 'Default 30 seconds, at most [12 hours].'],
    ['choice of one', '', 'Which one keeps order?\n+ FIFO\nStandard\nBoth'],
    ['text', '', 'Which attribute?\nMessageGroupId'],
    ['number', '', 'How long?\n4 days'],
    ['order', '', 'Sort.\nsend\nreceive\ndelete'],
    ['match', '', 'Match.\nqueue - SQS\ntopic - SNS'],
  ])('the words of %s, part "%s"', (name, part, words) => {
    expect(wordsOf(cards[name], part)).toBe(words);
  });

  test('what is not set is not there; what is set goes along', () => {
    expect(Object.keys(toQuestion(cards.basic, '', Math.random)).sort()).toEqual([
      'form',
      'prompt',
      'sources',
    ]);
    const extras = {
      why: 'Because.',
      examNote: 'Old.',
      asOf: '2026-11-20',
      sources: ['https://aws.amazon.com/'],
    };
    expect(toQuestion(aCard(extras), '', Math.random)).toMatchObject(extras);
  });

  test('the kinds there are', () => {
    expect(kindNames).toEqual(['basic', 'cloze', 'choice', 'text', 'order', 'match', 'calc']);
  });

  test('parts of one note have hashes of their own; why, tags and sources do not count', () => {
    expect(hashOf(cards.cloze, 'c1')).not.toBe(hashOf(cards.cloze, 'c2'));
    expect(hashOf(aCard({ why: 'x', tags: ['limit'] }), '')).toBe(hashOf(aCard(), ''));
    expect(hashOf(aCard({ back: '31 seconds' }), '')).not.toBe(hashOf(aCard(), ''));
  });

  test('a choice whose key moved to another option is another card', () => {
    const options = (key: number) => ['A', 'B'].map((text, index) => ({ text, correct: index === key }));
    const hashes = [0, 1].map((key) =>
      hashOf(aCard({ kind: 'choice', stem: 'Which?', options: options(key) }), ''),
    );
    expect(hashes[0]).not.toBe(hashes[1]);
  });
});

/** The answer that the form itself says is right. */
function rightAnswer(form: Form): string | readonly number[] {
  switch (form.form) {
    case 'choice':
      return form.options.flatMap((option, index) => (option.correct ? [index] : []));
    case 'text':
      return form.accept[0] ?? String(form.number?.value);
    case 'order':
    case 'match':
      return form.solution;
    case 'reveal':
      throw new Error('nothing to answer');
  }
}

describe('for any draw', () => {
  const someSteps = fc.uniqueArray(
    fc.string({ minLength: 1, maxLength: 5 }).filter((text) => text.trim() !== ''),
    {
      minLength: 2,
      maxLength: 9,
    },
  );

  test('steps to order never come solved, and the solution brings them into order', () => {
    fc.assert(
      fc.property(someSteps, fc.nat(), (steps, seed) => {
        const { form } = toQuestion(aCard({ kind: 'order', front: 'Sort.', steps }), '', seededRandom(seed));
        if (form.form !== 'order') throw new Error(form.form);
        expect(form.items).not.toEqual(steps);
        expect(form.solution.map((index) => form.items[index])).toEqual(steps);
        expect(
          gradeAnswer(
            form,
            steps.map((_, index) => index),
          ).correct,
        ).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('pairs to match are mixed on both sides, and the solution finds every partner', () => {
    fc.assert(
      fc.property(someSteps, fc.nat(), (lefts, seed) => {
        const pairs = lefts.map((left, index) => ({ left, right: `right of ${index}` }));
        const { form } = toQuestion(aCard({ kind: 'match', front: 'Match.', pairs }), '', seededRandom(seed));
        if (form.form !== 'match') throw new Error(form.form);
        const found = form.lefts.map((left, index) => ({
          left,
          right: form.rights[form.solution[index] ?? -1],
        }));
        expect(found.sort((a, b) => lefts.indexOf(a.left) - lefts.indexOf(b.left))).toEqual(pairs);
      }),
    );
  });

  test('every kind that is graded grades its own right answer as right', () => {
    for (const card of Object.values(cards)) {
      for (let seed = 0; seed < 50; seed += 1) {
        const { form } = toQuestion(card, partsOf(card)[0] ?? '', seededRandom(seed));
        if (form.form === 'reveal') continue;
        const verdict = gradeAnswer(form, rightAnswer(form));
        expect(verdict.correct).toBe(true);
        expect(verdict.right).toBe(verdict.of);
      }
    }
  });

  test('the options of a choice come in every order', () => {
    const orders = new Set<string>();
    for (let seed = 0; seed < 200; seed += 1) {
      const { form } = toQuestion(cards['choice of one'], '', seededRandom(seed));
      if (form.form === 'choice') orders.add(form.options.map(({ text }) => text).join());
    }
    expect(orders.size).toBe(6);
  });
});

describe('what the schema refuses', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['a cloze without a blank', { kind: 'cloze', text: 'no blank' }, 'mark at least one blank'],
    ['a cloze with an empty blank', { kind: 'cloze', text: '{{c1::}} and {{c2::x}}' }, 'write every blank'],
    [
      'a cloze with a blank in a blank',
      { kind: 'cloze', text: '{{c1::a {{c2::b}} c}}' },
      'write every blank',
    ],
    ['a cloze that is not closed', { kind: 'cloze', text: '{{c1::a}} and {{c2::b' }, 'write every blank'],
    ['a cloze numbered 0', { kind: 'cloze', text: '{{c0::a}} {{c1::b}}' }, 'write every blank'],
    [
      'a choice of two with one key',
      { kind: 'choice', stem: 'x', choose: 2, options: [{ text: 'a', correct: true }, { text: 'b' }] },
      'choose is 2, but 1 option is marked correct',
    ],
    [
      'a choice of one option',
      { kind: 'choice', stem: 'x', options: [{ text: 'a', correct: true }] },
      'give at least 2 options',
    ],
    ['a typed answer without any', { kind: 'text', front: 'x' }, 'give either accept or number'],
    [
      'a typed answer with both',
      { kind: 'text', front: 'x', accept: ['a'], number: { value: 1 } },
      'give either',
    ],
    [
      'steps that are alike',
      { kind: 'order', front: 'x', steps: ['a', 'b', 'a'] },
      'make every step different',
    ],
    ['one step', { kind: 'order', front: 'x', steps: ['a'] }, 'give at least 2 steps'],
    [
      'rights that are alike',
      {
        kind: 'match',
        front: 'x',
        pairs: [
          { left: 'a', right: 'c' },
          { left: 'b', right: 'c' },
        ],
      },
      'make every right side different',
    ],
    [
      'lefts that are alike',
      {
        kind: 'match',
        front: 'x',
        pairs: [
          { left: 'a', right: 'c' },
          { left: 'a', right: 'd' },
        ],
      },
      'make every left side different',
    ],
    ['an empty front', { kind: 'basic', front: '  ', back: 'x' }, 'write something here'],
    [
      'an id that names a path',
      { id: '../sqs', kind: 'basic', front: 'x', back: 'y' },
      'use lower-case letters',
    ],
    ['an id with a part', { id: 'sqs-a#c1', kind: 'basic', front: 'x', back: 'y' }, 'use lower-case letters'],
    ['a date that is none', { kind: 'basic', front: 'x', back: 'y', asOf: '2026-13-01' }, 'write a date'],
    [
      'a source that is no URL',
      { kind: 'basic', front: 'x', back: 'y', sources: ['docs'] },
      'write a full URL',
    ],
    ['an unknown field', { kind: 'basic', front: 'x', back: 'y', bcak: 'z' }, 'bcak'],
    [
      'a text beyond 8,000 characters',
      { kind: 'basic', front: 'x'.repeat(8_001), back: 'y' },
      'at most 8000',
    ],
  ])('%s', (_, fields, message) => {
    const result = cardSchema.safeParse({ id: 'sqs-a', topic: 'basics', ...fields });
    expect(result.error?.issues.map((issue) => issue.message).join('; ')).toContain(message);
  });
});
