import { z } from 'zod';
import { longestSlug } from '../ids.ts';
import { examCodePattern, examKey, familyOf } from './exam-code.ts';

const title = z
  .string('write text here')
  .trim()
  .min(1, 'write something here')
  .max(200, 'use at most 200 characters');

const examCode = z
  .string('write an exam code such as DVA-C03')
  .regex(examCodePattern, 'write an exam code such as DVA-C03');

const date = z.iso.date('write a date such as 2026-12-01');

const count = (what: string) =>
  z.int(`write ${what} as a whole number`).min(1, `${what} must be at least 1`).max(1000);

const selectorPattern =
  /^(?:tag:[a-z0-9]+(?:-[a-z0-9]+)*|[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)?)$/;

const selector = z
  .string('write a card selector')
  .max(2 * longestSlug + 1)
  .regex(
    selectorPattern,
    'write a deck ("lambda"), a deck and topic ("sqs/lambda-integration"), "tag:name", or a card id',
  );

const httpsSource = z
  .url('write a full URL, such as https://docs.aws.amazon.com/…')
  .startsWith('https://', 'use an https:// address');

const task = z.strictObject({
  id: z
    .string('write the task id in quotes, such as "1.2"')
    .regex(/^\d{1,2}\.\d{1,2}$/, 'write the task id as "1.2"'),
  title,
  cards: z.array(selector).min(1, 'select at least one deck, topic, tag or card').max(100).meta({
    description: 'Cards that teach the task: deck, deck/topic, tag:name, or a card id.',
  }),
});

const domain = z.strictObject({
  id: z.string('write the domain id in quotes, such as "1"').regex(/^\d{1,2}$/, 'write the domain id as "1"'),
  title,
  weight: z
    .int('write the weight in whole percent')
    .min(1)
    .max(100)
    .meta({ description: 'Percent of the scored content.' }),
  tasks: z.array(task).min(1, 'write at least one task').max(20),
});

const shape = z.strictObject({
  code: examCode,
  family: z
    .string('write the family, such as dva')
    .regex(/^[a-z]{2,4}$/, 'write the family in lower case, such as dva')
    .meta({ description: 'Progress and questions belong to the family; versions come and go.' }),
  title,
  availableFrom: date
    .optional()
    .meta({ description: 'First day of this version, YYYY-MM-DD. Absent: long ago.' }),
  lastDay: date.optional().meta({ description: 'Last day on which this version can be taken, YYYY-MM-DD.' }),
  supersedes: examCode.optional(),
  replacedBy: examCode.optional(),
  questions: count('the number of questions'),
  scored: count('the number of scored questions').meta({
    description: 'Questions that count; the rest are unmarked trials.',
  }),
  minutes: count('the minutes'),
  extraMinutes: z
    .int()
    .min(0)
    .max(240)
    .meta({ description: 'Accommodation for non-native speakers of English, minutes.' }),
  pass: z.int('write the pass mark as a whole number'),
  scale: z.strictObject({ from: z.int().min(0), to: z.int().min(1) }),
  priceUsd: z.number('write the price in US dollars').min(0).max(10_000),
  domains: z.array(domain).min(1, 'write at least one domain').max(20),
  sources: z.array(httpsSource).min(1, 'name at least one source').max(20),
  asOf: date.meta({ description: 'The day these facts were last checked, YYYY-MM-DD.' }),
});

type Shape = z.infer<typeof shape>;
type Trouble = readonly [path: (string | number)[], message: string];

/** An exam file: `exams/<code>.yaml`. */
export const blueprintSchema = shape.superRefine((exam, context) => {
  for (const [path, message] of [...wholeTroubles(exam), ...domainTroubles(exam)]) {
    context.addIssue({ code: 'custom', path, message });
  }
});

function wholeTroubles(exam: Shape): Trouble[] {
  const troubles: Trouble[] = [];
  const weights = exam.domains.reduce((sum, one) => sum + one.weight, 0);
  if (weights !== 100) troubles.push([['domains'], `the weights add up to ${weights}, not to 100`]);
  if (exam.family !== familyOf(exam.code)) {
    troubles.push([
      ['family'],
      `the family of ${exam.code} is "${familyOf(exam.code)}", not "${exam.family}"`,
    ]);
  }
  if (exam.scored > exam.questions) {
    troubles.push([
      ['scored'],
      `${exam.scored} scored questions are more than the ${exam.questions} of the exam`,
    ]);
  }
  if (exam.scale.from >= exam.scale.to) troubles.push([['scale'], 'the scale must end above its start']);
  else if (exam.pass <= exam.scale.from || exam.pass > exam.scale.to) {
    troubles.push([
      ['pass'],
      `the pass mark ${exam.pass} is not on the scale ${exam.scale.from}-${exam.scale.to}`,
    ]);
  }
  if (exam.availableFrom !== undefined && exam.lastDay !== undefined && exam.lastDay < exam.availableFrom) {
    troubles.push([['lastDay'], `the last day ${exam.lastDay} is before the first, ${exam.availableFrom}`]);
  }
  for (const field of ['supersedes', 'replacedBy'] as const) {
    const other = exam[field];
    if (other !== undefined && examKey(other) === examKey(exam.code)) {
      troubles.push([[field], `${exam.code} cannot name itself`]);
    }
  }
  return troubles;
}

function domainTroubles(exam: Shape): Trouble[] {
  const troubles: Trouble[] = [];
  const [domainIds, taskIds] = [new Set<string>(), new Set<string>()];
  for (const [domainIndex, one] of exam.domains.entries()) {
    if (domainIds.has(one.id))
      troubles.push([['domains', domainIndex, 'id'], `domain "${one.id}" appears twice`]);
    domainIds.add(one.id);
    for (const [taskIndex, { id }] of one.tasks.entries()) {
      const path = ['domains', domainIndex, 'tasks', taskIndex, 'id'];
      if (taskIds.has(id)) troubles.push([path, `task "${id}" appears twice`]);
      if (!id.startsWith(`${one.id}.`))
        troubles.push([path, `task "${id}" does not belong to domain "${one.id}"`]);
      taskIds.add(id);
    }
  }
  return troubles;
}
