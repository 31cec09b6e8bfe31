import { z } from 'zod';
import { calculatorNames } from '../calculators/names.ts';
import { longestSlug, slugPattern } from '../ids.ts';
import { clozeNumbers, hasBrokenBlank } from './cloze-notation.ts';

/** Longest text of one field, in characters. A card is a fact, not a chapter; and a stranger's file is bounded. */
const longestText = 8_000;

const slug = z
  .string()
  .max(longestSlug, `use at most ${longestSlug} characters`)
  .regex(slugPattern, 'use lower-case letters, digits and single hyphens, such as "dynamodb-lsi-creation"');

const text = z
  .string('write text here, in quotes if YAML reads it as something else')
  .max(longestText, `use at most ${longestText} characters`)
  .refine((value) => value.trim() !== '', 'write something here');

const date = z
  .string('write a date such as 2026-11-20')
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'write a date such as 2026-11-20')
  .meta({ description: 'The day the fact was last checked, YYYY-MM-DD.' });

const common = {
  id: slug.meta({
    description: 'Starts with the deck, names the fact, is never reused: progress hangs on it.',
  }),
  topic: slug.meta({ description: 'A slug for selection and for exam blueprints.' }),
  why: text.optional().meta({ description: 'Why the answer is right, or what decides.' }),
  examNote: text.optional().meta({ description: 'Where the exam may lag behind a change.' }),
  fact: slug.optional().meta({ description: 'Cards of one fact are siblings: at most one of them a day.' }),
  tags: z.array(slug).max(20, 'use at most 20 tags').optional(),
  sources: z.array(z.url('write a full URL, such as https://docs.aws.amazon.com/…')).max(10).optional(),
  asOf: date.optional(),
  previousIds: z.array(slug).max(20).optional().meta({ description: 'Former ids, so that history is kept.' }),
  status: z.literal('draft').optional().meta({ description: 'A draft is never served.' }),
};

const basic = z.strictObject({
  kind: z.literal('basic'),
  ...common,
  front: text,
  back: text,
  reverse: z.boolean().optional().meta({ description: 'A second card asks the other way.' }),
});

const cloze = z.strictObject({
  kind: z.literal('cloze'),
  ...common,
  text: text
    .refine((value) => clozeNumbers(value).length > 0, 'mark at least one blank: {{c1::the answer}}')
    .refine(
      (value) => !hasBrokenBlank(value),
      'write every blank as {{c1::answer}}, numbered from 1 to 99, closed, not empty, none inside another',
    )
    .meta({ description: 'Blanks as {{c1::answer}} or {{c1::answer::hint}}; one card per number.' }),
});

const option = z.strictObject({
  text,
  correct: z.boolean().optional(),
  why: text.optional().meta({ description: 'Why this option is right or wrong.' }),
});

const choice = z
  .strictObject({
    kind: z.literal('choice'),
    ...common,
    stem: text,
    choose: z.int('write how many options are right').min(1).max(8).default(1),
    options: z.array(option).min(2, 'give at least 2 options').max(10, 'give at most 10 options'),
  })
  .superRefine((card, context) => {
    const keys = card.options.filter((one) => one.correct === true).length;
    if (keys !== card.choose) {
      context.addIssue({
        code: 'custom',
        path: ['choose'],
        message: `choose is ${card.choose}, but ${keys} ${keys === 1 ? 'option is' : 'options are'} marked correct`,
      });
    }
  });

const typed = z
  .strictObject({
    kind: z.literal('text'),
    ...common,
    front: text,
    accept: z.array(text).min(1, 'give at least one accepted answer').max(30).optional(),
    number: z
      .strictObject({
        value: z.number('write a number').refine(Number.isFinite, 'write a finite number'),
        unit: z.string().min(1).max(40).optional(),
        tolerance: z.number().min(0, 'use 0 or more').optional(),
      })
      .optional(),
  })
  .superRefine((card, context) => {
    if ((card.accept === undefined) === (card.number === undefined)) {
      context.addIssue({ code: 'custom', path: ['accept'], message: 'give either accept or number' });
    }
  });

const order = z.strictObject({
  kind: z.literal('order'),
  ...common,
  front: text,
  steps: z
    .array(text)
    .min(2, 'give at least 2 steps')
    .max(9, 'give at most 9 steps')
    .refine((steps) => new Set(steps).size === steps.length, 'make every step different'),
});

const match = z.strictObject({
  kind: z.literal('match'),
  ...common,
  front: text,
  pairs: z
    .array(z.strictObject({ left: text, right: text }))
    .min(2, 'give at least 2 pairs')
    .max(9, 'give at most 9 pairs')
    .refine(
      (pairs) => new Set(pairs.map((pair) => pair.right)).size === pairs.length,
      'make every right side different',
    )
    .refine(
      (pairs) => new Set(pairs.map((pair) => pair.left)).size === pairs.length,
      'make every left side different',
    ),
});

const unit = z.string().min(1).max(20).meta({ description: 'As one writes it after a number: KB, /s, min.' });
const plainValue = z.union([z.number().refine(Number.isFinite), z.string().min(1).max(200), z.boolean()]);
const mostValues = 100_000;

/** What one input of a calculator may be: a value drawn from a range or a list, or always the same. */
const calcInput = z.union([
  z
    .strictObject({ from: z.number(), to: z.number(), step: z.number().positive(), unit: unit.optional() })
    .refine(({ from, to }) => from <= to, 'from is at most to')
    .refine(({ from, to, step }) => (to - from) / step <= mostValues, `at most ${mostValues} values`),
  z.strictObject({
    choices: z
      .array(z.union([z.number(), z.string().min(1).max(200)]))
      .min(2)
      .max(100),
    unit: unit.optional(),
  }),
  plainValue,
]);

const inputName = z
  .string()
  .max(longestSlug)
  .regex(slugPattern, 'name an input as its flag is named, without the hyphens before it');

const calc = z.strictObject({
  kind: z.literal('calc'),
  ...common,
  front: text.meta({ description: 'The question, with {{name}} where the value of an input goes.' }),
  calculator: z.enum(calculatorNames),
  task: slug.optional().meta({ description: 'Task of the calculator, where the inputs leave it open.' }),
  ask: z
    .string()
    .regex(/^[a-zA-Z][a-zA-Z0-9]*$/, 'name an answer of the calculator, as "outputs" of calc --json names it')
    .meta({ description: 'Which answer of the calculator is asked for, by its name.' }),
  inputs: z
    .record(inputName, calcInput)
    .refine((inputs) => Object.keys(inputs).length > 0, 'give at least one input')
    .meta({
      description: 'Inputs of the calculator: {from, to, step, unit}, {choices, unit}, or one value.',
    }),
});

export const cardSchema = z.discriminatedUnion('kind', [basic, cloze, choice, typed, order, match, calc]);

/** A deck file: `decks/<deck>.yaml`. The single source of types, of `schemas/deck.schema.json` and of the schema lint. */
export const deckSchema = z.strictObject({
  deck: slug.meta({ description: 'The name of the deck, as the file is named.' }),
  title: text,
  summary: text.optional(),
  cards: z.array(cardSchema).min(1, 'write at least one card'),
});

export type Card = z.infer<typeof cardSchema>;
export type Deck = z.infer<typeof deckSchema>;
