import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DeckWorkshop } from '../../src/content/deck-workshop.ts';
import { ExamLibrary } from '../../src/content/exam-library.ts';
import { examTextKind } from '../../src/content/exam-text.ts';
import { joinSoftBreaks } from '../../src/content/join-soft-breaks.ts';
import { packQuestions } from '../../src/content/pack-questions.ts';
import { parseExam } from '../../src/content/parse-exam.ts';
import { parseQuestionBank } from '../../src/content/parse-question-bank.ts';
import { questionFingerprint } from '../../src/domain/exam/exam-question.ts';
import { asked } from '../support/an-exam-session.ts';
import { aDeck, writeDeck } from '../support/deck-file.ts';
import { tempFolder } from '../support/temp-home.ts';

const exam = `code: DVA-C03
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
`;

const bank = `questions:
  - id: dva-one
    tasks: {dva-c03: "1.1"}
    stem: |
      A function fails
      now and then. What helps?
    choose: 1
    options:
      - {text: Retries, correct: true, why: They do.}
      - {text: Hope, why: It does not.}
    explanation: Retry.
    asOf: 2026-11-20
    difficulty: 1
`;

const places = (result: ReturnType<typeof parseExam> | ReturnType<typeof parseQuestionBank>) =>
  'problems' in result
    ? result.problems.map(({ line, column, rule, message }) => `${line}:${column} ${rule} ${message}`)
    : [];

describe('what is wrong with an exam, with its place', () => {
  test.each([
    ['', '', []],
    ['weight: 100', 'weight: 90', ['11:1 schema the weights add up to 90, not to 100']],
    ['minutes: 130', 'minutes: two', ['6:1 schema minutes must be a number']],
    ['pass: 720\n', '', ['1:1 schema pass is missing']],
    [
      'title: Write code',
      'titel: Write code',
      [
        '16:9 schema domains[0].tasks[0].title is missing',
        '17:9 schema unknown field "titel" in domains[0].tasks[0]',
      ],
    ],
    ['DVA-C03', 'DVA-C09', ['1:1 exam-name the exam is DVA-C09, but its file is called "dva-c03"']],
    ['questions: 65', 'questions: *all', ['4:12 yaml aliases (*name) are not allowed in decks']],
  ])('%s -> %s', (from, to, expected) => {
    expect(places(parseExam(exam.replace(from, to), 'exams/dva-c03.yaml'))).toEqual(expected);
  });
});

describe('what is wrong with a question bank, with its place and question', () => {
  test.each([
    ['', '', []],
    ['choose: 1', 'choose: many', ['7:5 schema choose must be a number']],
    ['    explanation: Retry.\n', '', ['2:5 schema explanation is missing']],
    ['why: They do.', 'because: They do.', ['9:40 schema unknown field "because" in options[0]']],
    ['{dva-c03: "1.1"}', '{DVA-C03: "1.1"}', ['3:13 schema tasks.DVA-C03 is not valid']],
  ])('%s -> %s', (from, to, expected) => {
    const result = parseQuestionBank(bank.replace(from, to), 'exams/questions/dva/x.yaml');
    expect(places(result)).toEqual(expected);
    if ('problems' in result) expect(result.problems.map(({ id }) => id)).toEqual(['dva-one']);
  });
});

test.each([
  ['a\nb', 'a b'],
  ['a\n\nb\nc', 'a\n\nb c'],
  ['text\n\n```json\n{\n  "a": 1\n}\n```\n\nmore\ntext', 'text\n\n```json\n{\n  "a": 1\n}\n```\n\nmore text'],
  ['- one\n- two', '- one\n- two'],
  ['1. one\n2. two', '1. one\n2. two'],
  ['| a | b |\n|---|---|\n| 1 | 2 |', '| a | b |\n|---|---|\n| 1 | 2 |'],
  ['a  \nb', 'a\nb'],
  ['> quote\n> more', '> quote\n> more'],
])('lines of a paragraph are joined, others kept: %j', (text, expected) => {
  expect(joinSoftBreaks(text).replace(/ +$/gm, '')).toBe(expected);
});

test('joining twice changes nothing more', () => {
  const text = 'one\ntwo\n\n```\na\nb\n```\nthree\nfour';
  expect(joinSoftBreaks(joinSoftBreaks(text))).toBe(joinSoftBreaks(text));
});

test('a packed bank is read question by question, and its fingerprints are those of what is read', () => {
  const folder = tempFolder('exams');
  const questions = [
    asked('dva-a', 'Zeile\nzwei – ünïcode?', ['=x', 'y']),
    asked('dva-b', 'B?', ['x', '=y']),
  ];
  const { index, texts } = packQuestions(questions);
  writeFileSync(join(folder, 'exams.json'), JSON.stringify({ blueprints: [], questions: index }));
  writeFileSync(join(folder, 'questions.lines'), texts);
  const library = new ExamLibrary(folder);
  expect(library.question('dva-b')).toEqual(questions[1]);
  expect(library.question('dva-a')?.stem).toBe('Zeile zwei – ünïcode?');
  expect(library.question('dva-none')).toBeUndefined();
  for (const entry of library.entries()) {
    const question = library.question(entry.id);
    expect(question === undefined ? '' : questionFingerprint(question)).toBe(entry.fingerprint);
  }
});

test('a missing build says what to do', () => {
  expect(() => new ExamLibrary(tempFolder('empty')).blueprints()).toThrow(/could not be read/);
});

test.each([
  ['# comment\ncode: DVA-C03\n', 'exam'],
  ['questions:\n  - id: x\n', 'bank'],
  ['deck: lambda\ncards:\n  - front: "questions: many"\n', undefined],
  ['cards: []\nquestions: []\n', undefined],
  ['', undefined],
])('%j holds: %s', (text, kind) => {
  expect(examTextKind(text)).toBe(kind);
});

describe('the workshop', () => {
  function aProject() {
    const project = tempFolder('project');
    mkdirSync(join(project, 'exams/questions/dva'), { recursive: true });
    writeFileSync(join(project, 'exams/dva-c03.yaml'), exam);
    writeFileSync(join(project, 'exams/questions/dva/one.yaml'), bank);
    writeFileSync(join(project, 'exams/questions/dva/two.yaml'), 'questions: 7\n');
    return { project, workshop: new DeckWorkshop({ project, own: join(project, 'none') }) };
  }

  test('finds the exams of the project, and keeps decks and exams apart', () => {
    const { project, workshop } = aProject();
    const files = workshop.exams([]);
    expect(files.map((file) => ('problems' in file ? 'problems' : 'bank' in file ? 'bank' : 'exam'))).toEqual(
      ['exam', 'bank', 'problems'],
    );
    expect(workshop.decks([join(project, 'exams')])).toEqual([]);
  });

  test('a folder whose name only begins like that of the project is not shipped', () => {
    const { project, workshop } = aProject();
    for (const folder of ['decks', 'decks-of-mine', 'decks/.trash', 'node_modules/x/decks'])
      writeDeck(join(project, folder, 'mine.yaml'), aDeck('mine'));
    const found = workshop.decks([project]).map((deck) => ['shipped' in deck && deck.shipped, deck.file]);
    expect(found).toEqual([
      [false, join(project, 'decks-of-mine/mine.yaml')],
      [true, join(project, 'decks/mine.yaml')],
    ]);
  });

  test('a bank is whole where its folder was asked for, a part where a file was', () => {
    const { project, workshop } = aProject();
    const whole = (paths: string[]) =>
      workshop.exams(paths).flatMap((file) => ('bank' in file ? [file.wholeFamily] : []));
    expect(whole([])).toEqual([true]);
    expect(whole([join(project, 'exams/questions/dva')])).toEqual([true]);
    expect(whole([join(project, 'exams/questions/dva/one.yaml')])).toEqual([false]);
  });
});
