import { z } from 'zod';
import { longestSlug, slugPattern } from '../ids.ts';
import { examKeyPattern } from './exam-code.ts';

const longestText = 8_000;

const text = z
  .string('write text here, in quotes if YAML reads it as something else')
  .max(longestText, `use at most ${longestText} characters`)
  .refine((value) => value.trim() !== '', 'write something here');

const slug = z
  .string('write an id')
  .max(longestSlug, `use at most ${longestSlug} characters`)
  .regex(
    slugPattern,
    'use lower-case letters, digits and single hyphens, such as "dva-lambda-async-failure-01"',
  );

const option = z.strictObject({
  text,
  correct: z
    .boolean('write true or false')
    .default(false)
    .meta({ description: 'true on a key; absent on a distractor.' }),
  why: z
    .string('write why')
    .max(longestText)
    .default('')
    .meta({ description: 'Why this option is right or wrong.' }),
});

/**
 * One question. The shape alone: what authors owe beyond it (as many keys as `choose` says, a why for every option,
 * AWS sources) is said by the lint rules, so that one slip does not hide the others.
 */
const examQuestionSchema = z.strictObject({
  id: slug.meta({ description: 'Starts with the family; written once, never reused.' }),
  tasks: z
    .record(
      z.string().regex(examKeyPattern, 'write the exam code in lower case, such as dva-c03'),
      z
        .string('write the task id in quotes, such as "1.2"')
        .regex(/^\d{1,2}\.\d{1,2}$/, 'write the task id as "1.2"'),
    )
    .refine((tasks) => Object.keys(tasks).length > 0, 'name the task in at least one exam version')
    .meta({
      description: 'Task of the question in each exam version, such as {dva-c02: "1.2", dva-c03: "1.2"}.',
    }),
  stem: text,
  choose: z.int('write how many options are right').min(1, 'at least one option is right').max(5),
  options: z.array(option).min(2, 'give at least 2 options').max(8, 'give at most 8 options'),
  explanation: text,
  examNote: text.optional().meta({ description: 'Where the exam may lag behind a change.' }),
  cards: z
    .array(slug)
    .max(20, 'link at most 20 cards')
    .default([])
    .meta({ description: 'What to study after a miss.' }),
  sources: z
    .array(z.url('write a full URL, such as https://docs.aws.amazon.com/…'))
    .max(10, 'name at most 10 sources')
    .default([]),
  asOf: z.iso
    .date('write a date such as 2026-11-20')
    .meta({ description: 'The day the facts were last checked.' }),
  difficulty: z
    .union(
      [z.literal(1), z.literal(2), z.literal(3)],
      'write 1 (recall), 2 (apply) or 3 (decide between two that work)',
    )
    .meta({ description: '1 recall, 2 apply, 3 decide between two that both work.' }),
});

/** A question bank: `exams/questions/<family>/<topic>.yaml`. */
export const questionBankSchema = z.strictObject({
  questions: z.array(examQuestionSchema).min(1, 'write at least one question').max(5_000),
});
