import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ExamLintContext, lintExams } from '../../src/authoring/lint/lint-exams.ts';
import { optionCount } from '../../src/authoring/lint/questions/option-count.ts';
import { ExamWorkshop } from '../../src/content/exam-workshop.ts';
import { indexCards } from '../../src/domain/exam/card-selectors.ts';
import { aQuestion } from '../domain/exam/an-exam.ts';
import { json, runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-home.ts';

const exam = (code: string, more = '') => `code: ${code}
family: dva
title: Developer
questions: 65
scored: 50
minutes: 130
extraMinutes: 30
pass: 720
scale: { from: 100, to: 1000 }
priceUsd: 150
domains:
  - id: "1"
    title: Development
    weight: 100
    tasks:
      - id: "1.1"
        title: Write code
        cards: [lambda]
sources: [https://docs.aws.amazon.com/]
asOf: 2026-11-20
${more}`;

const question = (id: string, stem: string) => `  - id: ${id}
    tasks: {dva-c03: "1.1"}
    stem: ${stem}
    choose: 1
    options:
      - {text: Alpha, correct: true, why: Right.}
      - {text: Beta}
      - {text: Gamma, why: Wrong.}
      - {text: Delta, why: Wrong.}
    explanation: Because.
    cards: [lambda-known]
    sources: [https://docs.aws.amazon.com/lambda/]
    asOf: 2026-11-20
    difficulty: 1
`;

function lint(files: Record<string, string>, context: Partial<ExamLintContext> = {}, paths?: string[]) {
  const project = tempFolder('project');
  for (const [name, text] of Object.entries(files)) {
    const file = join(project, 'exams', name);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  }
  const workshop = new ExamWorkshop({ project });
  const read = workshop.files((paths ?? []).map((path) => join(project, 'exams', path)));
  const problems = lintExams(read, {
    today: '2026-11-20',
    blueprints: [],
    cards: indexCards([{ id: 'lambda-known', deck: 'lambda' }]),
    notes: new Set(['lambda-known']),
    ...context,
  });
  return problems.map(
    ({ file, line, column, rule }) => `${file.slice(file.indexOf('/exams/') + 7)}:${line}:${column} ${rule}`,
  );
}

describe('exams', () => {
  test.each([
    ['sound ones', { 'dva-c03.yaml': exam('DVA-C03') }, []],
    [
      'one that names no exam',
      { 'dva-c03.yaml': exam('DVA-C03', 'supersedes: DVA-C01\n') },
      ['dva-c03.yaml:21:1 exam-link'],
    ],
    [
      'two that disagree',
      {
        'dva-c02.yaml': exam('DVA-C02', 'replacedBy: DVA-C04\n'),
        'dva-c03.yaml': exam('DVA-C03', 'supersedes: DVA-C02\n'),
        'dva-c04.yaml': exam('DVA-C04'),
      },
      ['dva-c03.yaml:21:1 exam-link'],
    ],
    [
      'a source that is not AWS',
      { 'dva-c03.yaml': exam('DVA-C03').replace('docs.aws.amazon.com', 'blog.example') },
      ['dva-c03.yaml:19:11 exam-source'],
    ],
    [
      'an old one',
      { 'dva-c03.yaml': exam('DVA-C03').replace('asOf: 2026', 'asOf: 2024') },
      ['dva-c03.yaml:20:1 exam-as-of'],
    ],
    [
      'a broken one beside a sound one',
      { 'dva-c02.yaml': 'code: 7\n', 'dva-c03.yaml': exam('DVA-C03') },
      expect.arrayContaining(['dva-c02.yaml:1:1 schema']),
    ],
  ])('%s', (_, files, expected) => {
    expect(lint(files as unknown as Record<string, string>)).toEqual(expected);
  });

  test('a task without cards counts once the exam has questions', () => {
    const files = { 'dva-c03.yaml': exam('DVA-C03').replace('[lambda]', '[unwritten]') };
    expect(lint(files)).toEqual([]);
    const withBank = { ...files, 'questions/dva/a.yaml': `questions:\n${question('dva-a', 'What helps?')}` };
    expect(lint(withBank)).toContain('dva-c03.yaml:18:9 task-cards');
  });
});

describe('a bank in several files', () => {
  const files = {
    'dva-c03.yaml': exam('DVA-C03'),
    'questions/dva/a.yaml': `questions:\n${question('dva-a', 'What helps in the first case?')}`,
    'questions/dva/b.yaml': `questions:\n${question('dva-b', 'Something else entirely, is it not?')}${question('dva-a', 'And a third one of its own?')}`,
  };

  test('every problem has the place in its own file; twins are seen across files', () => {
    expect(lint(files).filter((line) => /option-why|question-id/.test(line))).toEqual([
      'questions/dva/a.yaml:8:9 option-why',
      'questions/dva/b.yaml:8:9 option-why',
      'questions/dva/b.yaml:16:5 question-id',
      'questions/dva/b.yaml:22:9 option-why',
    ]);
  });

  test('one file alone is not judged as a whole bank', () => {
    const twoTasks = exam('DVA-C03').replace(
      'sources:',
      '      - {id: "1.2", title: More code, cards: [lambda]}\nsources:',
    );
    const more = { ...files, 'dva-c03.yaml': twoTasks };
    expect(lint(more).join()).toContain('task-coverage');
    const part = lint(more, {}, ['dva-c03.yaml', 'questions/dva/a.yaml']);
    expect(part.map((line) => line.split(' ')[1])).toEqual(['option-why']);
  });
});

test.each([
  ['words that differ in signs only', ['Use A.', 'use a', 'B', 'C'], 1],
  ['code that differs in signs', ['`{"a": ["b"]}`', '`{"a": "b"}`', 'B', 'C'], 0],
  ['the same code', ['`{"a": 1}`', '`{"a": 1}`', 'B', 'C'], 1],
])('options alike: %s', (_, options, count) => {
  const texts = options.map((text, index) => ({ text, correct: index === 0, why: 'Why.' }));
  const bank = { questions: [aQuestion({ options: texts })] };
  const context = { today: '2026-11-20', blueprints: [] };
  expect(optionCount.check(bank, context)).toHaveLength(count);
});

test('what ships has no problem', async () => {
  const outcome = await runCli(['deck', 'lint', 'exams', '--json'], { home: tempFolder('home') });
  const { problems, questions } = json<{ questions: number; problems: { rule: string }[] }>(outcome);
  expect(questions).toBeGreaterThanOrEqual(195);
  expect(problems).toEqual([]);
});
