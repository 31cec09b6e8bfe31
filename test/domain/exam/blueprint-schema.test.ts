import { expect, test } from 'vitest';
import { z } from 'zod';
import { isAwsSource } from '../../../src/authoring/lint/aws-source.ts';
import { blueprintSchema } from '../../../src/domain/exam/blueprint-schema.ts';
import { exam, examFiles, readExam } from './an-exam.ts';

type Loose = Record<string, unknown>;

test.each(examFiles)('exams/%s is well-formed', (file) => {
  const read = blueprintSchema.safeParse(readExam(file));
  expect(read.error?.issues).toBeUndefined();
  expect(`${read.data?.code.toLowerCase()}.yaml`).toBe(file);
  expect(read.data?.sources.filter((source) => !isAwsSource(source))).toEqual([]);
});

test('the four exams are there, with their figures', () => {
  const figures = ['DVA-C02', 'DVA-C03', 'SAA-C03', 'CLF-C02'].map((code) => {
    const { questions, scored, minutes, extraMinutes, pass, priceUsd, domains } = exam(code);
    const tasks = domains.flatMap((domain) => domain.tasks).length;
    return [
      code,
      questions,
      scored,
      minutes,
      extraMinutes,
      pass,
      priceUsd,
      domains.map((one) => one.weight),
      tasks,
    ];
  });
  expect(figures).toEqual([
    ['DVA-C02', 65, 50, 130, 30, 720, 150, [32, 26, 24, 18], 13],
    ['DVA-C03', 65, 50, 130, 30, 720, 150, [30, 26, 22, 22], 12],
    ['SAA-C03', 65, 50, 130, 30, 720, 150, [30, 26, 24, 20], 14],
    ['CLF-C02', 65, 50, 90, 30, 700, 100, [24, 30, 34, 12], 19],
  ]);
  expect(exam('DVA-C02')).toMatchObject({ lastDay: '2026-11-30', replacedBy: 'DVA-C03' });
  expect(exam('DVA-C03')).toMatchObject({ availableFrom: '2026-12-01', supersedes: 'DVA-C02' });
});

/** The exam with one thing changed. */
function issues(change: (raw: Loose & { domains: { tasks: Loose[] }[] & Loose[] }) => void): string[] {
  const raw = structuredClone(readExam('dva-c03.yaml')) as Parameters<typeof change>[0];
  change(raw);
  return (blueprintSchema.safeParse(raw).error?.issues ?? []).map(
    (one) => `${one.path.join('.')}: ${one.message}`,
  );
}

test.each<[string, Parameters<typeof issues>[0], RegExp]>([
  ['an unknown key', (raw) => Object.assign(raw, { colour: 1 }), /^: Unrecognized key: "colour"$/],
  [
    'an unknown key of a task',
    (raw) => Object.assign(raw.domains[0]?.tasks[0] ?? {}, { card: [] }),
    /^domains.0.tasks.0: Unrec/,
  ],
  [
    'weights that miss 100',
    (raw) => Object.assign(raw.domains[0] ?? {}, { weight: 31 }),
    /^domains: the weights add up to 101/,
  ],
  [
    'a family of another code',
    (raw) => Object.assign(raw, { family: 'saa' }),
    /^family: the family of DVA-C03 is "dva", not "saa"/,
  ],
  [
    'a code in lower case',
    (raw) => Object.assign(raw, { code: 'dva-c03' }),
    /^code: write an exam code such as DVA-C03/,
  ],
  [
    'more scored than asked',
    (raw) => Object.assign(raw, { scored: 66 }),
    /^scored: 66 scored questions are more than the 65/,
  ],
  [
    'a pass mark off the scale',
    (raw) => Object.assign(raw, { pass: 1001 }),
    /^pass: the pass mark 1001 is not on the scale 100-1000/,
  ],
  [
    'a scale upside down',
    (raw) => Object.assign(raw, { scale: { from: 1000, to: 100 } }),
    /^scale: the scale must end above/,
  ],
  [
    'a last day before the first',
    (raw) => Object.assign(raw, { lastDay: '2026-01-01' }),
    /^lastDay: the last day 2026-01-01 is before/,
  ],
  ['a day that is not', (raw) => Object.assign(raw, { asOf: '2026-02-30' }), /^asOf: write a date such as/],
  [
    'an exam that replaces itself',
    (raw) => Object.assign(raw, { supersedes: 'DVA-C03' }),
    /^supersedes: DVA-C03 cannot name itself/,
  ],
  [
    'a domain twice',
    (raw) =>
      raw.domains.splice(1, 1, {
        id: '1',
        title: 'x',
        weight: 26,
        tasks: [{ id: '1.9', title: 'x', cards: ['iam'] }],
      }),
    /^domains.1.id: domain "1" appears twice/,
  ],
  [
    'a task twice',
    (raw) => Object.assign(raw.domains[0]?.tasks[1] ?? {}, { id: '1.1' }),
    /^domains.0.tasks.1.id: task "1.1" appears twice/,
  ],
  [
    'a task of another domain',
    (raw) => Object.assign(raw.domains[0]?.tasks[1] ?? {}, { id: '4.9' }),
    /task "4.9" does not belong to domain "1"/,
  ],
  [
    'a task id that YAML read as a number',
    (raw) => Object.assign(raw.domains[0]?.tasks[1] ?? {}, { id: 1.2 }),
    /write the task id in quotes/,
  ],
  [
    'a task without cards',
    (raw) => Object.assign(raw.domains[0]?.tasks[0] ?? {}, { cards: [] }),
    /select at least one deck/,
  ],
  [
    'a selector with a path',
    (raw) => Object.assign(raw.domains[0]?.tasks[0] ?? {}, { cards: ['../x'] }),
    /write a deck \("lambda"\)/,
  ],
  ['no source', (raw) => Object.assign(raw, { sources: [] }), /^sources: name at least one source/],
  [
    'a source over http',
    (raw) => Object.assign(raw, { sources: ['http://aws.amazon.com'] }),
    /^sources.0: use an https/,
  ],
])('refuses %s', (_, change, message) => {
  const found = issues(change);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(message);
});

test('an unchanged exam has no issue', () => {
  expect(issues(() => {})).toEqual([]);
});

test('editors get a JSON Schema', () => {
  const schema = z.toJSONSchema(blueprintSchema, { io: 'input' });
  expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
  expect(schema.required).toContain('domains');
  expect(schema.required).not.toContain('lastDay');
});
